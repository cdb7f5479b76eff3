import { type Result } from '@kanribo/kernel';
import { useCallback, useRef, useState } from 'react';
import type { Problem } from './problem.ts';

/** Something a person does that the server answers: at most one at a time. */
export interface Deed<A extends readonly unknown[], T> {
  readonly isUnderWay: boolean;
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
  return { isUnderWay, problem, run, clear };
}
