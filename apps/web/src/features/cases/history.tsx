import type { DeclarationAnswer } from '@kanribo/api';
import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/call.ts';
import { nameOf } from '../../names.ts';
import { ShownValue } from '../../ui/case-form/shown-value.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { Mark } from '../../ui/mark.tsx';
import { messages } from './messages.ts';

type Step = AnswerOf<'case'>['case']['steps'][number];

interface HistoryProps {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
  readonly names: Readonly<Record<string, string>>;
}

/** Every step of a case, the latest first, with both of its times and who recorded it. */
export function History({ steps, ...rest }: HistoryProps & { readonly steps: readonly Step[] }) {
  return (
    <ol className="flex flex-col gap-4">
      {steps.toReversed().map((step) => (
        <li
          key={step.sequence}
          className="flex flex-col gap-2 border-s-4 border-solid-gray-300 ps-4"
        >
          <OneStep {...rest} step={step} />
        </li>
      ))}
    </ol>
  );
}

const correctionTitle = '訂正';

function OneStep({ contract, declaration, names, step }: HistoryProps & { readonly step: Step }) {
  const title =
    step.step === 'corrected'
      ? correctionTitle
      : (declaration.steps.find(({ name }) => name === step.step)?.title ?? step.step);
  const brought = declaration.fields.filter(
    ({ name }) => name in step.values || name in step.particulars || step.erased.includes(name),
  );
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        <span className="text-std-16B-170">{title}</span>
        {step.isLate && <Mark text={messages.late} />}
        <Link
          to="/contracts/$contract/proof/entries/$sequence"
          params={{ contract, sequence: String(step.sequence) }}
          className="text-dns-14N-130 text-key-900 underline underline-offset-4"
        >
          {messages.sequence(step.sequence)}
        </Link>
      </p>
      <Circumstances {...{ contract, names, step }} />
      {brought.length > 0 && (
        <dl className="grid grid-cols-[minmax(8rem,14rem)_minmax(0,1fr)] gap-x-4 gap-y-1 text-dns-14N-130">
          {brought.map((field) => (
            <div key={field.name} className="col-span-2 grid grid-cols-subgrid">
              <dt>{field.label}</dt>
              <dd>
                {step.erased.includes(field.name) ? (
                  messages.erased
                ) : (
                  <ShownValue
                    {...{ contract, field, names }}
                    value={step.particulars[field.name] ?? step.values[field.name]}
                  />
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** Both times of a step, who recorded it, and the row of a file it came from. */
function Circumstances({
  contract,
  names,
  step,
}: Pick<HistoryProps, 'contract' | 'names'> & { readonly step: Step }) {
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1 text-dns-14N-130 text-solid-gray-700">
      <span>
        {`${messages.occurredAt}：`}
        <EraMoment moment={step.occurredAt} />
      </span>
      <span>
        {`${messages.recordedAt}：`}
        <EraMoment moment={step.recordedAt} />
      </span>
      <span>{`${messages.actor}：${nameOf(names, step.actor)}`}</span>
      {step.source !== null && (
        <Link
          to="/contracts/$contract/cases/$case"
          params={{ contract, case: step.source.import }}
          className="text-key-900 underline underline-offset-4"
        >
          {messages.source(nameOf(names, step.source.import), step.source.row)}
        </Link>
      )}
    </p>
  );
}
