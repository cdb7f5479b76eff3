import type { DeclarationAnswer } from '@kanribo/api';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { declarationIn, useDeclarations } from '../../api/use-declarations.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { Button } from '../../ui/button.tsx';
import { CaseForm } from '../../ui/case-form/case-form.tsx';
import { stepsFrom } from '../../ui/case-form/declared.ts';
import type { Receipt } from '../../ui/case-form/use-filling.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { Unknown } from './unknown.tsx';
import { messages } from './messages.ts';

const from = '/contracts/$contract/registers/$declaration/new/$step';

/** Entering line after line by keyboard: after each one the first field has the focus again. */
export function NewCase() {
  const { contract, declaration: name, step: stepName } = useParams({ from });
  const { roles } = useContract();
  const asked = useDeclarations(contract);
  const navigate = useNavigate();
  const [recorded, setRecorded] = useState<readonly Receipt[]>([]);
  const toList = () =>
    void navigate({
      to: '/contracts/$contract/registers/$declaration',
      params: { contract, declaration: name },
    });
  return (
    <Answered asked={asked} title={messages.registers.title}>
      {(declared) => {
        const declaration = declarationIn(declared, name);
        if (declaration === undefined) return <Unknown />;
        const step = stepsFrom(declaration, { status: 'new', roles }).find(
          (found) => found.name === stepName,
        );
        if (step === undefined) {
          return (
            <Page
              title={declaration.title}
              actions={<Button onClick={toList}>{messages.backToList}</Button>}
            >
              <Empty title={messages.cannotEnter} />
            </Page>
          );
        }
        return (
          <Page
            title={messages.newTitle(declaration.title, step.title)}
            lead={messages.newLead}
            actions={<Button onClick={toList}>{messages.backToList}</Button>}
          >
            <Recorded {...{ contract, declaration }} receipts={recorded} />
            <CaseForm
              {...{ contract, declaration, step }}
              isRepeatable
              onRecorded={(receipt, goesOn) => {
                if (goesOn) setRecorded((earlier) => [...earlier, receipt]);
                else toList();
              }}
            />
          </Page>
        );
      }}
    </Answered>
  );
}

function Recorded({
  contract,
  declaration,
  receipts,
}: {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
  readonly receipts: readonly Receipt[];
}) {
  const last = receipts.at(-1);
  if (last === undefined) return null;
  const { subject, warnings } = last;
  return (
    <Notice
      kind={warnings.length > 0 ? 'warning' : 'success'}
      title={messages.recordedOne(declaration.title, subject.slice(declaration.name.length + 1))}
    >
      {warnings.length > 0 && (
        <>
          <p>{messages.warnings}</p>
          <ul className="list-disc ps-6">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </>
      )}
      <p className="flex flex-wrap gap-4 text-dns-14N-130">
        {messages.recordedCount(receipts.length)}
        <Link
          to="/contracts/$contract/cases/$case"
          params={{ contract, case: subject }}
          className="text-key-900 underline underline-offset-4"
        >
          {messages.correctLast}
        </Link>
      </p>
    </Notice>
  );
}
