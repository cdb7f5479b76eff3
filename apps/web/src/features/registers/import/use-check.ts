import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '@kanribo/kernel';
import { useState } from 'react';
import { type AnswerOf, call } from '../../../api/call.ts';
import { useRenewal } from '../../../api/use-answer.ts';
import { type Deed, useDeed } from '../../../api/use-deed.ts';
import type { ReadRow } from './read-rows.ts';

/** What the register says of one row. */
export type Verdict = AnswerOf<'previewImport'>['rows'][number];

/** What was recorded, of which file, and how many rows of it. */
export type ImportReceipt = AnswerOf<'importRows'>;

/** Holding rows against the register, and recording them. */
export interface Check {
  /** What the register said of the rows as they are now, by line; empty where not asked yet. */
  readonly verdicts: ReadonlyMap<number, Verdict>;
  /** Whether the rows as they are now were held against the register. */
  readonly isFresh: boolean;
  readonly checking: Deed<[], AnswerOf<'previewImport'>>;
  readonly recording: Deed<[], ImportReceipt>;
}

/** The rows of a file on their way into a register. */
interface RowsOfFile {
  readonly contract: string;
  readonly declaration: string;
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly included: readonly ReadRow[];
}

/** The same rows of the same file are one command, also after the page was left and opened anew. */
function commandIdOf(told: unknown): string {
  return toHex(sha256(new TextEncoder().encode(JSON.stringify(told)))).slice(0, 32);
}

/** Asks the register about rows, and records all of them or none. */
export function useCheck({ contract, declaration, digest, included }: RowsOfFile): Check {
  const sendable = included.filter(({ steps }) => steps.length > 0);
  const rows = sendable.map(({ steps }) => ({
    steps: steps.map(({ values, falseAlarms, ...rest }) => ({
      ...rest,
      values: { ...values },
      falseAlarms: [...falseAlarms],
    })),
  }));
  const input = { params: { contract }, body: { declaration, rows } };
  const [told, setTold] = useState<{ said: readonly ReadRow[]; verdicts: Map<number, Verdict> }>();
  const renew = useRenewal();
  const checking = useDeed(async () => {
    const answered = await call('previewImport', input);
    if (answered.ok) {
      const verdicts = answered.value.rows.flatMap((verdict, index) => {
        const found = sendable[index];
        return found === undefined ? [] : [[found.row.line, verdict] as const];
      });
      setTold({ said: included, verdicts: new Map(verdicts) });
    }
    return answered;
  });
  const recording = useDeed(async () => {
    const idempotencyKey = commandIdOf([contract, declaration, digest, rows]);
    const answered = await call('importRows', { ...input, idempotencyKey });
    if (answered.ok) void renew();
    return answered;
  });
  const isFresh = told?.said === included;
  return { verdicts: isFresh ? told.verdicts : new Map(), isFresh, checking, recording };
}
