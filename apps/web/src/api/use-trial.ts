import { useEffect, useState } from 'react';
import { call } from './call.ts';
import type { Problem } from './problem.ts';
import type { CommandBody } from './use-record.ts';

/** What the register would say of a command that was not sent. */
export type Trial =
  | { readonly state: 'idle' }
  | { readonly state: 'asking' }
  | { readonly state: 'refused'; readonly problem: Problem }
  | { readonly state: 'fit'; readonly warnings: readonly string[] };

const pauseMs = 400;
const idle: Trial = { state: 'idle' };

/** Tries a command out while it is typed, after a pause; nothing is tried while there is none. */
export function useTrial(contract: string, command: CommandBody | undefined): Trial {
  const said = command === undefined ? '' : JSON.stringify(command);
  const [told, setTold] = useState<{ readonly said: string; readonly trial: Trial }>();
  useEffect(() => {
    if (command === undefined) return undefined;
    const aborting = new AbortController();
    const ask = async () => {
      const input = { params: { contract }, body: command, signal: aborting.signal };
      const answered = await call('tryOut', input);
      if (aborting.signal.aborted) return;
      const trial: Trial = answered.ok
        ? { state: 'fit', warnings: answered.value.warnings }
        : { state: 'refused', problem: answered.error };
      setTold({ said, trial });
    };
    const timer = setTimeout(() => void ask().catch(ignoreAbort(aborting.signal)), pauseMs);
    return () => {
      clearTimeout(timer);
      aborting.abort();
    };
    // The command is a new object at each drawing: what it says decides.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [contract, said]);
  if (command === undefined) return idle;
  return told?.said === said ? told.trial : { state: 'asking' };
}

const ignoreAbort = (signal: AbortSignal) => (fault: unknown) => {
  if (!signal.aborted) throw fault;
};
