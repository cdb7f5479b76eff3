import { useWait } from '../api/use-wait.ts';
import type { Problem } from '../api/problem.ts';
import { clauseText } from '../clause-text.ts';
import { messages } from './messages.ts';
import { Notice } from './notice.tsx';

/** What happened, under which clause, and the lawful ways out. */
export function ProblemWords({ problem }: { readonly problem: Problem }) {
  const { message, clause, house, wayOut = [], retryAfter, requestId, code } = problem;
  const left = useWait(problem);
  return (
    <>
      <p className="whitespace-pre-line">{message}</p>
      {(clause !== undefined || house === true) && (
        <p className="text-dns-16N-130 text-solid-gray-700">
          {clause !== undefined && messages.clause(clauseText(clause))}
          {house === true && `　${messages.house}`}
        </p>
      )}
      {wayOut.length > 0 && (
        <div>
          <p>{messages.wayOut}</p>
          <ul className="list-disc ps-6">
            {wayOut.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        </div>
      )}
      {retryAfter !== undefined && <p role="timer">{messages.retryAfter(left)}</p>}
      {code === 'unexpected' && requestId !== undefined && (
        <p className="text-dns-14N-130 text-solid-gray-700">{messages.requestId(requestId)}</p>
      )}
    </>
  );
}

/** Why something a person did was not done; nothing where there is no problem. */
export function ProblemNotice({
  problem,
  title,
}: {
  readonly problem: Problem | undefined;
  readonly title: string;
}) {
  if (problem === undefined) return null;
  return (
    <Notice kind={problem.code === 'refused' ? 'warning' : 'error'} title={title}>
      <ProblemWords problem={problem} />
    </Notice>
  );
}
