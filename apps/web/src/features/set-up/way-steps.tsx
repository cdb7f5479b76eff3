import type { Registers } from '../../api/use-registers.ts';
import { messages } from './messages.ts';
import { isDone } from './progress.ts';
import { type SetUpStep, setUpSteps } from './steps.ts';

/** The steps, each of which can be gone to; what is on record is marked. */
export function WaySteps({
  current,
  registers,
  onChoose,
}: {
  readonly current: SetUpStep;
  readonly registers: Registers;
  readonly onChoose: (step: SetUpStep) => void;
}) {
  return (
    <nav aria-label={messages.choose} className="print:hidden">
      <ol className="flex flex-wrap gap-2">
        {setUpSteps.map((step, index) => {
          const isCurrent = step === current;
          const done = isDone(registers, step);
          return (
            <li key={step}>
              <button
                type="button"
                aria-current={isCurrent ? 'step' : undefined}
                onClick={() => onChoose(step)}
                className={`flex min-h-14 cursor-pointer items-center gap-3 rounded-8 border-2 px-4 py-2 text-start hover:bg-key-50 ${isCurrent ? 'border-key-900 bg-key-50' : 'border-solid-gray-300'}`}
              >
                <span
                  aria-hidden="true"
                  className={`grid size-8 shrink-0 place-items-center rounded-full border-2 text-oln-14B-100 ${done ? 'border-success-2 text-success-2' : 'border-key-900 text-key-900'}`}
                >
                  {done ? '✓' : index + 1}
                </span>
                <span className="flex flex-col">
                  <span className="text-dns-16B-130">{messages.steps[step]}</span>
                  <span className="text-dns-14N-130 text-solid-gray-700">
                    {messages.stepState(done)}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
