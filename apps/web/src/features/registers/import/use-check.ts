import { sha256 } from '@noble/hashes/sha2.js';
import { ok, toHex } from '@kanribo/kernel';
import { useRef, useState } from 'react';
import { type AnswerOf, type CallInput, call } from '../../../api/call.ts';
import { useRenewal } from '../../../api/use-answer.ts';
import { type Deed, useDeed } from '../../../api/use-deed.ts';
import type { ReadRow } from './read-rows.ts';
import type { Import } from './use-import.ts';

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
  readonly checking: Deed<[], unknown>;
  /** Breaks off holding the rows against the register. */
  readonly breakOff: () => void;
  readonly recording: Deed<[], ImportReceipt>;
}

/** The rows of a file on their way into a register. */
interface RowsOfFile {
  readonly contract: string;
  readonly declaration: string;
  readonly going: Import;
}

interface Told {
  readonly said: readonly ReadRow[];
  readonly verdicts: ReadonlyMap<number, Verdict>;
  readonly struck: number;
}

/**
 * The same rows of the same file are one command, also after the page was left and opened anew. Once
 * their import was struck out they are another.
 */
function commandIdOf(told: unknown): string {
  return toHex(sha256(new TextEncoder().encode(JSON.stringify(told)))).slice(0, 32);
}

/** Asks the register about rows, and records all of them or none. */
export function useCheck({ contract, declaration, going }: RowsOfFile): Check {
  const { included } = going;
  const sendable = included.filter(({ steps }) => steps.length > 0);
  const input = inputOf({ contract, declaration, going }, sendable);
  const [told, setTold] = useState<Told>();
  const isFresh = told?.said === included;
  const broken = useRef(new AbortController());
  const renew = useRenewal();
  const checking = useDeed(async () => {
    const { signal } = (broken.current = new AbortController());
    try {
      const answered = await call('previewImport', { ...input, signal });
      if (answered.ok) setTold({ said: included, ...toldBy(answered.value, sendable) });
      return answered.ok ? ok(undefined) : answered;
    } catch (fault) {
      if (signal.aborted) return ok(undefined);
      throw fault;
    }
  });
  const recording = useDeed(async () => {
    const { file, rows } = input.body;
    const about = [contract, declaration, file.digest, rows, told?.struck ?? 0];
    const answered = await call('importRows', { ...input, idempotencyKey: commandIdOf(about) });
    if (answered.ok) void renew();
    return answered;
  });
  const verdicts = isFresh ? told.verdicts : none;
  return { verdicts, isFresh, checking, recording, breakOff: () => broken.current.abort() };
}

const none: ReadonlyMap<number, Verdict> = new Map();

function toldBy({ rows, struck }: AnswerOf<'previewImport'>, sent: readonly ReadRow[]) {
  const verdicts = rows.flatMap((verdict, index) => {
    const found = sent[index];
    return found === undefined ? [] : [[found.row.line, verdict] as const];
  });
  return { verdicts: new Map(verdicts), struck };
}

function inputOf(
  { contract, declaration, going: { file, choices } }: RowsOfFile,
  sendable: readonly ReadRow[],
): CallInput<'importRows'> {
  const rows = sendable.map(({ row: { line }, steps, isTimeStated }) => ({
    row: line,
    steps: steps.map(({ values, falseAlarms, ...rest }) => ({
      ...rest,
      values: { ...values },
      falseAlarms: [...falseAlarms],
    })),
    isTimeStated,
    isTakenKnowingly: choices.knowing.has(line),
  }));
  const { name, digest } = file;
  const sheet = file.sheets[choices.sheet]?.name ?? '';
  const source = { name, digest, sheet: sheet === '' ? null : sheet };
  return { params: { contract }, body: { declaration, file: source, rows } };
}
