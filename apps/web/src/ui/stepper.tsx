import { messages } from './messages.ts';

/** One step of a way with several. */
export interface StepOfWay {
  readonly key: string;
  readonly title: string;
}

/** Where one is on a way of several steps. */
export function Stepper({
  steps,
  current,
}: {
  readonly steps: readonly StepOfWay[];
  readonly current: string;
}) {
  const at = steps.findIndex(({ key }) => key === current);
  return (
    <ol aria-label={messages.steps} className="flex flex-wrap gap-x-2 gap-y-3">
      {steps.map(({ key, title }, index) => {
        const isCurrent = index === at;
        const isDone = index < at;
        const ball = isCurrent
          ? 'border-key-900 bg-key-900 text-white'
          : isDone
            ? 'border-key-900 bg-white text-key-900'
            : 'border-solid-gray-600 bg-white text-solid-gray-700';
        const state = isCurrent ? messages.current : isDone ? messages.done : messages.ahead;
        return (
          <li
            key={key}
            aria-current={isCurrent ? 'step' : undefined}
            className="flex items-center gap-2 after:ms-1 after:h-0.5 after:w-6 after:bg-solid-gray-420 last:after:hidden"
          >
            <span
              aria-hidden="true"
              className={`grid size-8 shrink-0 place-items-center rounded-full border-2 text-oln-14B-100 ${ball}`}
            >
              {isDone ? '✓' : index + 1}
            </span>
            <span className={isCurrent ? 'text-dns-16B-130' : 'text-dns-16N-130'}>
              {title}
              <span className="sr-only">{`（${state}）`}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
