import type { Result } from '@kanribo/kernel';
import { type ReactNode, useRef, useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { type Deed, useDeed } from '../../api/use-deed.ts';
import { ConfirmIdentity } from '../../ui/case-form/confirm-identity.tsx';

/** A deed that may ask first who one is; `dialog` has to stand somewhere on the screen. */
export interface ProvenDeed<A extends readonly unknown[], T> extends Deed<A, T> {
  readonly dialog: ReactNode;
}

/** A grave deed: where the server wants to know who one is, it is asked and the deed done then. */
export function useProvenDeed<A extends readonly unknown[], T>(
  act: (...words: A) => Promise<Result<T, Problem>>,
  onDone: (value: T) => void,
): ProvenDeed<A, T> {
  const [isAsking, setAsking] = useState(false);
  const latest = useRef<A>(undefined);
  const deed = useDeed(async (...words: A) => {
    const done = await act(...words);
    if (!done.ok && done.error.code === 'reauthentication-needed') setAsking(true);
    if (done.ok) onDone(done.value);
    return done;
  });
  const run = (...words: A) => {
    latest.current = words;
    return deed.run(...words);
  };
  const again = () => {
    setAsking(false);
    if (latest.current !== undefined) void run(...latest.current);
  };
  const isAsked = deed.problem?.code === 'reauthentication-needed';
  return {
    ...deed,
    problem: isAsked ? undefined : deed.problem,
    run,
    dialog: (
      <ConfirmIdentity isOpen={isAsking} onClose={() => setAsking(false)} onConfirmed={again} />
    ),
  };
}
