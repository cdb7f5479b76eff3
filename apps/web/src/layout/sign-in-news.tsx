import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useAnswer, useRenewal } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import { Button } from '../ui/button.tsx';
import { EraMoment } from '../ui/era-day.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemNotice } from '../ui/problem-words.tsx';
import { layoutMessages } from './messages.ts';

const { news: messages } = layoutMessages;

/** Sign-ins whose news were put away, until the page is loaded anew. */
const putAway = new Set<string>();

/** Says on the first screen what happened to the account since it was signed in to before. */
export function SignInNews() {
  const asked = useAnswer('account', {});
  const [, setPutAway] = useState(0);
  const renew = useRenewal();
  const acknowledging = useDeed(async (to: number) => {
    const answered = await call('acknowledgeNews', { body: { upTo: to } });
    if (answered.ok) await renew('account', 'signInHistory');
    return answered;
  });
  if (asked.state !== 'here') return null;
  const { news, lastSignInAt } = asked.value;
  const { failures, secondFailures, changes, before, upTo } = news;
  const signIn = lastSignInAt ?? '';
  if (putAway.has(signIn) || failures + changes.length === 0) return null;
  const close = () => {
    putAway.add(signIn);
    setPutAway(putAway.size);
  };
  return (
    <div className="mb-6 print:hidden">
      <Notice kind="warning" title={messages.title}>
        <ul className="list-disc ps-6">
          {failures > 0 && <li>{messages.failures(failures)}</li>}
          {secondFailures > 0 && <li>{messages.secondFailures(secondFailures)}</li>}
          {changes.length > 0 && <li>{messages.changes(changes.length)}</li>}
        </ul>
        {before !== null && (
          <p>
            {messages.before}
            <EraMoment moment={before} />
          </p>
        )}
        <p>{messages.lead}</p>
        <ProblemNotice problem={acknowledging.problem} title={messages.refused} />
        <div className="flex flex-wrap items-center gap-5">
          <Link to="/account" className="text-key-900 underline underline-offset-4">
            {messages.history}
          </Link>
          {upTo !== null && (
            <Button onClick={() => void acknowledging.run(upTo)} disabled={acknowledging.isHeld}>
              {messages.acknowledge}
            </Button>
          )}
          <Button onClick={close}>{messages.close}</Button>
        </div>
      </Notice>
    </div>
  );
}
