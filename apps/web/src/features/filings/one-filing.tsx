import type { DeclarationAnswer } from '@kanribo/api';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { declarationIn, useDeclarations } from '../../api/use-declarations.ts';
import { buttonClass } from '../../ui/button.tsx';
import { statusTitle } from '../../ui/case-form/declared.ts';
import { Marks } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { CaseValues } from '../cases/case-values.tsx';
import { History } from '../cases/history.tsx';
import { NextSteps } from '../cases/next-steps.tsx';
import { FilledForm } from '../word-forms/filled-form.tsx';
import { messages } from './messages.ts';
import { Paper } from './paper.tsx';

const from = '/contracts/$contract/filings/$case';

/** One filing: its form at one side, the paper it becomes at the other. */
export function OneFiling() {
  const { contract, case: id } = useParams({ from });
  const declared = useDeclarations(contract);
  const asked = useAnswer('case', { params: { contract, case: id } });
  return (
    <Answered asked={declared} title={messages.title}>
      {(declarations) => (
        <Answered asked={asked} title={messages.title}>
          {(answer) => {
            const declaration = declarationIn(declarations, answer.case.declaration);
            if (declaration === undefined) {
              return (
                <Page title={messages.title}>
                  <Empty title={messages.unknown} />
                </Page>
              );
            }
            return <FilingPage key={id} {...{ contract, declaration, answer }} />;
          }}
        </Answered>
      )}
    </Answered>
  );
}

interface FilingPageProps {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
  readonly answer: AnswerOf<'case'>;
}

function FilingPage({ contract, declaration, answer }: FilingPageProps) {
  const { case: found, names } = answer;
  const [warnings, setWarnings] = useState<readonly string[]>();
  const number = found.id.slice(declaration.name.length + 1);
  return (
    <Page
      title={messages.one(declaration.title, number)}
      lead={
        <span className="flex flex-wrap items-center gap-3">
          <span>{`${messages.status}：${statusTitle(declaration, found.status)}`}</span>
          <Marks texts={found.marks} />
        </span>
      }
      actions={
        <Link to="/contracts/$contract/filings" params={{ contract }} className={buttonClass()}>
          {messages.back}
        </Link>
      }
    >
      {warnings !== undefined && (
        <Notice kind={warnings.length > 0 ? 'warning' : 'success'} title={messages.recorded}>
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )}
      <div className="grid items-start gap-8 xl:grid-cols-2">
        <div className="flex flex-col gap-8">
          <div className="print:hidden">
            <Section title={messages.act}>
              <NextSteps
                {...{ contract, declaration, found }}
                onRecorded={(receipt) => setWarnings(receipt.warnings)}
              />
            </Section>
          </div>
          {found.values['layout'] === 'designated' && (
            <div className="print:hidden">
              <FilledForm key={found.version} {...{ contract, declaration, found }} />
            </div>
          )}
          <Section title={messages.contents}>
            <CaseValues {...{ contract, declaration, names, found }} />
          </Section>
        </div>
        <div className="print:hidden">
          <Paper
            contract={contract}
            kind={declaration.name}
            subject={{ id: found.id, version: found.version }}
          />
        </div>
      </div>
      <Section title={messages.history}>
        <History {...{ contract, declaration, names }} steps={found.steps} />
      </Section>
    </Page>
  );
}
