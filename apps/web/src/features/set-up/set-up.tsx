import { exhaustive } from '@kanribo/kernel';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useDeclarations } from '../../api/use-declarations.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Answered } from '../../ui/states.tsx';
import { AnnexStep } from './annex-step.tsx';
import { FactsStep } from './facts-step.tsx';
import { FilingsStep } from './filings-step.tsx';
import { messages } from './messages.ts';
import { OfficesStep } from './offices-step.tsx';
import { PeopleStep } from './people-step.tsx';
import { firstOpenStep, isDone, useProgress } from './progress.ts';
import type { StepProps } from './step-props.ts';
import { type SetUpStep, setUpSteps } from './steps.ts';
import { WaySteps } from './way-steps.tsx';

const from = '/contracts/$contract/set-up';

/** 契約の準備: each step is recorded at once, so that it can be left and taken up again. */
export function ContractSetUp() {
  const { contract } = useParams({ from });
  const declared = useDeclarations(contract);
  const progress = useProgress(contract);
  return (
    <Page title={messages.title} lead={messages.lead}>
      <Answered asked={declared}>
        {({ declarations }) => (
          <Answered asked={progress}>
            {(registers) => <Way {...{ contract, declarations, registers }} />}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

function Way(props: StepProps) {
  const { contract, registers } = props;
  const { step: asked } = useSearch({ from });
  const navigate = useNavigate({ from });
  // Recording something does not throw a person out of the step that it was recorded in.
  const [opened] = useState(() => firstOpenStep(registers));
  const step = asked ?? opened;
  const at = setUpSteps.indexOf(step);
  const go = (to: SetUpStep | undefined) => {
    if (to !== undefined) void navigate({ search: { step: to } });
  };
  const isFinished = setUpSteps.every((one) => isDone(registers, one));
  return (
    <div className="flex flex-col gap-8">
      <WaySteps current={step} registers={registers} onChoose={go} />
      {isFinished && (
        <Notice kind="success" title={messages.finished} isLive={false}>
          <p>{messages.finishedLead}</p>
          <Link
            to="/contracts/$contract"
            params={{ contract }}
            className={`${buttonClass('solid')} self-start`}
          >
            {messages.toToday}
          </Link>
        </Notice>
      )}
      <OneStep key={step} step={step} {...props} />
      <div className="flex flex-wrap gap-3 border-t border-solid-gray-300 pt-5 print:hidden">
        {at > 0 && <Button onClick={() => go(setUpSteps[at - 1])}>{messages.earlier}</Button>}
        {at < setUpSteps.length - 1 && (
          <Button
            look={isDone(registers, step) ? 'solid' : 'outline'}
            onClick={() => go(setUpSteps[at + 1])}
          >
            {messages.later}
          </Button>
        )}
      </div>
    </div>
  );
}

function OneStep({ step, ...props }: StepProps & { readonly step: SetUpStep }) {
  switch (step) {
    case 'annex':
      return <AnnexStep {...props} />;
    case 'facts':
      return <FactsStep {...props} />;
    case 'people':
      return <PeopleStep {...props} />;
    case 'offices':
      return <OfficesStep {...props} />;
    case 'filings':
      return <FilingsStep {...props} />;
    default:
      return exhaustive(step);
  }
}
