import { type Result } from '@kanribo/kernel';
import { useCallback, useRef, useState } from 'react';
import type { Problem } from './problem.ts';
import { useWait } from './use-wait.ts';

/** Something a person does that the server answers: at most one at a time. */
export interface Deed<A extends readonly unknown[], T> {
  readonly isUnderWay: boolean;
  /** Under way, or not to be tried again before a wait that the server told is over. */
  readonly isHeld: boolean;
  readonly problem: Problem | undefined;
  /** Does it; undefined where it failed (see `problem`) or one is under way already. */
  readonly run: (...words: A) => Promise<T | undefined>;
  readonly clear: () => void;
}

/** Keeps what a screen needs to know of a call that changes something. */
export function useDeed<A extends readonly unknown[], T>(
  act: (...words: A) => Promise<Result<T, Problem>>,
): Deed<A, T> {
  const [isUnderWay, setUnderWay] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const isHeld = useWait(problem) > 0 || isUnderWay;
  const busy = useRef(false);
  const latest = useRef(act);
  latest.current = act;
  const run = useCallback(async (...words: A): Promise<T | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    setUnderWay(true);
    setProblem(undefined);
    try {
      const answered = await latest.current(...words);
      if (answered.ok) return answered.value;
      setProblem(answered.error);
      return undefined;
    } finally {
      busy.current = false;
      setUnderWay(false);
    }
  }, []);
  const clear = useCallback(() => setProblem(undefined), []);
  return { isUnderWay, isHeld, problem, run, clear };
}
