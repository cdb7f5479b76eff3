import type { DeclarationAnswer } from '@kanribo/api';
import { useState } from 'react';
import type { AnswerOf } from '../../api/call.ts';
import { useRenewal } from '../../api/use-answer.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { Button } from '../../ui/button.tsx';
import { CaseForm } from '../../ui/case-form/case-form.tsx';
import { type DeclaredStep, stepsFrom, voided } from '../../ui/case-form/declared.ts';
import { type Draft, draftOf } from '../../ui/case-form/draft.ts';
import type { Receipt } from '../../ui/case-form/use-filling.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from './messages.ts';

/** What can be done with a case next; each opens the form of its step. */
export function NextSteps({
  contract,
  declaration,
  found,
  opened,
  onRecorded,
}: {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
  readonly found: AnswerOf<'case'>['case'];
  /** The step whose form is open from the beginning. */
  readonly opened?: string | undefined;
  readonly onRecorded: (receipt: Receipt) => void;
}) {
  const { roles } = useContract();
  const renew = useRenewal();
  const steps = shownFirst(stepsFrom(declaration, { status: found.status, roles }), found.status);
  const [chosen, setChosen] = useState(() => steps.find(({ name }) => name === opened));
  const [shown, readAnew] = useShown(found, chosen);
  if (steps.length === 0 && chosen === undefined) {
    const isFinal = declaration.final.includes(found.status);
    return <p>{isFinal ? messages.allDone : messages.nothing}</p>;
  }
  return (
    <>
      <Steps steps={steps} status={found.status} onChoose={setChosen} />
      <Dialog
        title={chosen?.title ?? ''}
        isOpen={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        isWide
      >
        {chosen !== undefined && (
          <CaseForm
            key={chosen.name}
            {...{ contract, declaration }}
            step={chosen}
            subject={{ id: shown.id, version: shown.version }}
            known={isAmendment(chosen.name) ? {} : knownOf(declaration, chosen, shown)}
            onCancel={() => setChosen(undefined)}
            onChanged={() => {
              readAnew();
              void renew('case', 'register');
            }}
            onRecorded={(receipt) => {
              setChosen(undefined);
              onRecorded(receipt);
            }}
          />
        )}
      </Dialog>
    </>
  );
}

function Steps({
  steps,
  status,
  onChoose,
}: {
  readonly steps: readonly DeclaredStep[];
  readonly status: string;
  readonly onChoose: (step: DeclaredStep) => void;
}) {
  return (
    <div className="flex flex-wrap gap-3">
      {steps.map((step, index) => (
        <Button
          key={step.name}
          look={index === 0 && !isAmendment(step.name) ? 'solid' : 'outline'}
          onClick={() => onChoose(step)}
        >
          {isMadeAgain(step, status) ? messages.again(step.title) : step.title}
        </Button>
      ))}
    </div>
  );
}

type FoundCase = AnswerOf<'case'>['case'];

/**
 * The case as an open form stands on it: as it was when the form was opened, whatever others do
 * meanwhile, until who fills it in asks for the latest.
 */
function useShown(
  found: FoundCase,
  chosen: DeclaredStep | undefined,
): readonly [FoundCase, () => void] {
  const [kept, setKept] = useState(found);
  const [isAsked, setAsked] = useState(false);
  const isOlder = kept.version !== found.version;
  if (isOlder && (isAsked || chosen === undefined)) {
    setKept(found);
    setAsked(false);
  }
  return [kept, () => setAsked(true)];
}

/** A paper that is made already can be made again; what comes next stands before that. */
const isMadeAgain = ({ name }: DeclaredStep, status: string) =>
  name === 'prepared' && status === name;

function shownFirst(steps: readonly DeclaredStep[], status: string): readonly DeclaredStep[] {
  const again = steps.filter((step) => isMadeAgain(step, status));
  return [...steps.filter((step) => !again.includes(step)), ...again];
}

/** What is done with what was entered: 訂正, 取消し. */
const isAmendment = (step: string) => step === 'corrected' || step === voided;

/** Values the case has that the step asks for again stand in its form already. */
function knownOf(
  { fields }: DeclarationAnswer,
  { required, optional }: DeclaredStep,
  { values, particulars }: AnswerOf<'case'>['case'],
): Readonly<Record<string, Draft>> {
  const asked = new Set([...required, ...optional]);
  const known = fields.flatMap((field) => {
    const value = particulars[field.name] ?? values[field.name];
    const isKnown = asked.has(field.name) && value !== undefined;
    return isKnown ? [[field.name, draftOf(field, value)] as const] : [];
  });
  return Object.fromEntries(known);
}
