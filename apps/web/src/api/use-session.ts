import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type AnswerOf, onSessionEnded } from './call.ts';
import { type Asked, useAnswer } from './use-answer.ts';

/** Who is signed in, or how far signing in has come. */
export type Session = AnswerOf<'session'>;

/** Who is signed in; every other answer is forgotten as soon as nobody is. */
export function useSession(): Asked<Session> {
  const client = useQueryClient();
  useEffect(
    () => onSessionEnded(() => void client.resetQueries({ queryKey: ['session'] })),
    [client],
  );
  return useAnswer('session', {});
}

/** Takes over what the server said of the session, and forgets what an earlier one saw. */
export function useTakeSession(): (session: Session) => void {
  const client = useQueryClient();
  return (session) => {
    client.removeQueries({ predicate: ({ queryKey: [name] }) => name !== 'session' });
    client.setQueryData(['session', {}], { ok: true, value: session });
  };
}
