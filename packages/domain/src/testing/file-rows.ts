import type { JsonObject } from '@kanribo/kernel';
import { countOfCases } from '../engine/contract.ts';
import type { FileRow, ManyCommands } from '../many-commands.ts';
import { type Life, type Taken, tokyo } from './life.ts';

/** A step a row tells of: its name, when it happened in Tokyo, and its values. */
export type ToldStep = readonly [step: string, at: string, values: JsonObject];

/** The file of the sample. */
const sampleFile = { name: '一覧.xlsx', sheet: '令和8年度', digest: 'd'.repeat(64) };

/** A row as it is brought in, its time stated. */
export function fileRow(
  declaration: string,
  row: number,
  [first, ...later]: readonly [ToldStep, ...ToldStep[]],
): FileRow {
  const told = ([step, at, values]: ToldStep) => {
    const about = { declaration, step, case: null, occurredAt: tokyo(at) };
    return { ...about, values, falseAlarms: [] };
  };
  return { row, life: [told(first), ...later.map(told)], isTimeStated: true };
}

/** The rows of a file as a command, none of which is there already. */
export function fileCommand(
  life: Life,
  declaration: string,
  rows: readonly [FileRow, ...FileRow[]],
): ManyCommands {
  const seen = countOfCases(life.contract, declaration);
  return { declaration, file: sampleFile, rows, repeats: [], seen };
}

/** Brings in the rows of a file, all their entries. */
export function bringsIn(
  life: Life,
  declaration: string,
  rows: readonly [FileRow, ...FileRow[]],
): Taken {
  const decided = life.answersMany(fileCommand(life, declaration, rows));
  if (!decided.ok) throw new Error(`${declaration}: ${JSON.stringify(decided.error)}`);
  return life.records(decided.value);
}
