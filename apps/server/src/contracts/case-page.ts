import {
  type Case,
  type Contract,
  type StepTaken,
  casesOf,
  catalogue,
  deviationSentences,
  isLate,
  isVoided,
  textOf,
  weightOf,
} from '@kanribo/domain';
import type { Day } from '@kanribo/kernel';
import type { BesideEntries } from './beside-entries.ts';
import { overdueOf } from './standings.ts';

/** The entry that has left the case as it is: what `If-Match` is compared with. */
export function versionOf({ steps }: Case): number {
  return (steps.at(-1) ?? steps[0]).sequence;
}

/** A case as a line of a list. */
export function lineOf(contract: Contract, found: Case, page: Page) {
  const { id, declaration, status, values, steps } = found;
  const particulars: Record<string, string> = {};
  for (const taken of steps) {
    const { known, erased } = page.beside.of(taken);
    for (const field of erased) delete particulars[field];
    Object.assign(particulars, known);
  }
  const version = versionOf(found);
  const marks = marksOf(contract, found, page.today);
  const { occurredAt } = steps[0];
  return { id, declaration, status, version, values, particulars, marks, occurredAt };
}

/** A case with its history. */
export function caseWithSteps(contract: Contract, found: Case, page: Page) {
  const steps = found.steps.map((taken) => shownStep(taken, page.beside));
  const { occurredAt: _, ...line } = lineOf(contract, found, page);
  return { ...line, steps };
}

/** What a page is made with. */
export interface Page {
  readonly beside: BesideEntries;
  readonly today: Day;
}

function shownStep(taken: StepTaken, beside: BesideEntries) {
  const { sequence, step, status, occurredAt, recordedAt, actor, values, source = null } = taken;
  const { known, erased } = beside.of(taken);
  const about = { sequence, step, status, occurredAt, recordedAt, actor, values };
  return { ...about, isLate: isLate(taken), particulars: known, erased: [...erased], source };
}

function marksOf(contract: Contract, found: Case, today: Day): string[] {
  const duty = catalogue.get(found.declaration)?.duty ?? null;
  const overdue = duty === null ? undefined : overdueOf(contract, duty, today).get(found.id);
  return [
    ...(isVoided(found) ? ['取消し'] : []),
    ...(overdue ? [overdue.isByHouse ? '期限超過（当社の定め）' : '期限超過'] : []),
    ...(deviationsOf(contract).get(found.id) ?? []),
    ...(found.steps.some(isLate) ? ['遅延記録'] : []),
    ...(found.steps.some(({ step }) => step === 'corrected') ? ['訂正あり'] : []),
  ];
}

const deviations = new WeakMap<Contract, ReadonlyMap<string, readonly string[]>>();
const markWords = { breach: '逸脱', sign: '兆候', house: '当社の定め' } as const;
const sentences: ReadonlyMap<string, string> = new Map(Object.entries(deviationSentences));

function deviationsOf(contract: Contract): ReadonlyMap<string, readonly string[]> {
  const known = deviations.get(contract);
  if (known !== undefined) return known;
  const found = new Map<string, readonly string[]>();
  for (const one of casesOf(contract, 'deviation')) {
    const { values } = one;
    const of = textOf(values, 'of') ?? '';
    const code = textOf(values, 'code') ?? '';
    found.set(of, [
      ...(found.get(of) ?? []),
      `${isVoided(one) ? '取消し：' : ''}${markWords[weightOf(code)]}：${sentences.get(code) ?? code}`,
    ]);
  }
  deviations.set(contract, found);
  return found;
}
