import { useEffect, useState } from 'react';
import type { Problem } from './problem.ts';

/** Seconds left until the server takes this again; 0 where it told of no wait, or it is over. */
export function useWait(problem: Problem | undefined): number {
  const [since, setSince] = useState({ problem, at: performance.now() });
  const [now, setNow] = useState(since.at);
  if (since.problem !== problem) {
    const at = performance.now();
    setSince({ problem, at });
    setNow(at);
  }
  const left = Math.ceil((problem?.retryAfter ?? 0) - (now - since.at) / 1000);
  const isWaiting = left > 0;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return Math.max(left, 0);
}
