import type { DeclarationAnswer } from '@kanribo/api';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { declarationIn, useDeclarations } from '../../api/use-declarations.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { statusTitle, voidReason, voided } from '../../ui/case-form/declared.ts';
import { filingOf } from '../../filing-of.ts';
import { Marks } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { CaseValues } from './case-values.tsx';
import { History } from './history.tsx';
import { messages } from './messages.ts';
import { NextSteps } from './next-steps.tsx';

const from = '/contracts/$contract/cases/$case';

/** 一件: what a case holds, what can be done next, and everything that has happened to it. */
export function OneCase() {
  const { contract, case: id } = useParams({ from });
  const declared = useDeclarations(contract);
  const asked = useAnswer('case', { params: { contract, case: id } });
  return (
    <Answered asked={declared} title={messages.one}>
      {(declarations) => (
        <Answered asked={asked} title={messages.one}>
          {(answer) => {
            const declaration = declarationIn(declarations, answer.case.declaration);
            if (declaration === undefined) {
              return (
                <Page title={messages.one}>
                  <Empty title={messages.unknown} />
                </Page>
              );
            }
            const filing = filingOf(declarations.declarations, declaration);
            return <CasePage key={id} {...{ contract, declaration, filing, answer }} />;
          }}
        </Answered>
      )}
    </Answered>
  );
}

function CasePage({
  contract,
  declaration,
  filing,
  answer,
}: {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
  /** By which it is submitted to the client; only appointments have one. */
  readonly filing: DeclarationAnswer | undefined;
  readonly answer: AnswerOf<'case'>;
}) {
  const { case: found, names } = answer;
  const { step: opened } = useSearch({ from });
  const [warnings, setWarnings] = useState<readonly string[]>();
  const isFinal = declaration.final.includes(found.status);
  return (
    <Page
      title={messages.title(declaration.title, found.id.slice(declaration.name.length + 1))}
      lead={
        <span className="flex flex-wrap items-center gap-3">
          <span>{`${messages.status}：${statusTitle(declaration, found.status)}`}</span>
          {isFinal && <span>{messages.final}</span>}
          <Marks texts={found.marks} />
        </span>
      }
      actions={<Actions {...{ contract, filing }} declaration={declaration.name} />}
    >
      {warnings !== undefined && (
        <Notice kind={warnings.length > 0 ? 'warning' : 'success'} title={messages.recorded}>
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )}
      {found.status === voided && (
        <Notice kind="information" title={messages.voided}>
          <p>{found.particulars[voidReason] ?? messages.erased}</p>
        </Notice>
      )}
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Section title={messages.contents}>
          <CaseValues {...{ contract, declaration, names }} found={found} />
        </Section>
        <div className="print:hidden">
          <Section title={messages.next}>
            <NextSteps
              {...{ contract, declaration, found }}
              opened={opened}
              onRecorded={(receipt) => setWarnings(receipt.warnings)}
            />
          </Section>
        </div>
      </div>
      <Section title={messages.history}>
        <p className="text-dns-14N-130 text-solid-gray-700">{messages.historyLead}</p>
        <History {...{ contract, declaration, names }} steps={found.steps} />
      </Section>
    </Page>
  );
}

function Actions({
  contract,
  declaration,
  filing,
}: {
  readonly contract: string;
  readonly declaration: string;
  readonly filing: DeclarationAnswer | undefined;
}) {
  const params = { contract, declaration };
  return (
    <>
      {filing !== undefined && (
        <Link
          to="/contracts/$contract/registers/$declaration"
          params={{ contract, declaration: filing.name }}
          className={buttonClass()}
        >
          {messages.toFiling(filing.title)}
        </Link>
      )}
      <Link
        to="/contracts/$contract/registers/$declaration"
        params={params}
        className={buttonClass()}
      >
        {messages.toList}
      </Link>
      <Button onClick={() => window.print()}>{messages.print}</Button>
    </>
  );
}
