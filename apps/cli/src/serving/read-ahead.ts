import type { Parts } from '@kanribo/server';

/** What is read ahead, and where it is said that it went wrong. */
interface Reading {
  readonly instance: Pick<Parts['instance'], 'contracts' | 'readOnly'>;
  readonly log: (line: string) => void;
}

/**
 * Begins to read the contracts, one after another, so that nobody's first question waits for it.
 * What cannot be read now is read when somebody asks. Answers how to stop: after the contract under
 * way.
 */
export function readAhead({ instance, log }: Reading): () => Promise<void> {
  let isStopped = false;
  const readAll = async (): Promise<void> => {
    for (const { id } of await instance.contracts()) {
      if (isStopped) return;
      await instance.readOnly(id);
    }
  };
  const reading = readAll().catch((fault: unknown) => log(`reading ahead: ${String(fault)}`));
  return () => {
    isStopped = true;
    return reading;
  };
}
