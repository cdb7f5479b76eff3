import { type Day, addDays, dayOf } from '@kanribo/kernel';
import { basics, dayValue } from '../contract/questions.ts';
import { type Case, caseOn, countOf, stepOf, textOf, textsOf } from '../engine/case.ts';
import { type Contract, casesOf } from '../engine/contract.ts';
import { casesWith } from '../engine/lines.ts';

/** A word of the client and the subject it is asked for. */
interface Subject {
  readonly declaration: 'instruction' | 'specification' | 'request' | 'statement';
  readonly subject: string;
}

/** Whether a word was given by a day, begun and not ended on it, and never denied. */
export function isSaidOn(word: Case, day: Day): boolean {
  const standing = caseOn(word, day);
  if (standing === undefined || stepOf(word, 'contradicted') !== undefined) return false;
  const { status, values } = standing;
  const [from, until] = [textOf(values, 'from') ?? '', textOf(values, 'until')];
  if (status === 'withdrawn' || from > day || (until !== null && until < day)) return false;
  return status !== 'replaced' || (textOf(values, 'replacedFrom') ?? '') > day;
}

/** What the client had said on a subject and still meant on a day, oldest first. */
export function saidOn(
  contract: Contract,
  { declaration, subject }: Subject,
  day: Day,
): readonly Case[] {
  const found = casesWith(contract, declaration, { field: 'subject', value: subject });
  return [...found].filter((word) => isSaidOn(word, day));
}

/** The requests of a kind that were waiting for an answer at the end of a day. */
export function openRequestsOn(contract: Contract, subject: string, day: Day): readonly Case[] {
  const found = casesWith(contract, 'request', { field: 'subject', value: subject });
  return [...found].flatMap((request) => {
    const standing = caseOn(request, day);
    return standing?.status === 'given' || standing?.status === 'confirmed' ? [standing] : [];
  });
}

/** The client's statement that witnessing the end of a thing is difficult (23.1), if it made one. */
export function witnessDifficultyOn(contract: Contract, thing: string, day: Day): Case | undefined {
  const stated = { declaration: 'statement', subject: 'witness-difficult' } as const;
  return saidOn(contract, stated, day).find(({ values }) => {
    const things = textsOf(values, 'things');
    return things.length === 0 || things.includes(thing);
  });
}

/** The instructions on retention that hold on a day: the newest of each kind and of each thing. */
export interface Retention {
  /** For all things of a kind. */
  readonly byKind: ReadonlyMap<string, Case>;
  /** For single things; these come before what holds for the kind. */
  readonly byThing: ReadonlyMap<string, Case>;
}

/** What the client has instructed on retention as of a day (22.1). A later one replaces. */
export function retentionOn(contract: Contract, day: Day): Retention {
  const byKind = new Map<string, Case>();
  const byThing = new Map<string, Case>();
  const standing = [...casesOf(contract, 'retention-instruction')].filter((word) =>
    isSaidOn(word, day),
  );
  for (const word of standing.toSorted(byGiving)) {
    const things = textsOf(word.values, 'things');
    for (const thing of things) byThing.set(thing, word);
    if (things.length === 0) byKind.set(textOf(word.values, 'kind') ?? '', word);
  }
  return { byKind, byThing };
}

/** The one that was given earlier comes first, whenever it was recorded. */
function byGiving(one: Case, other: Case): number {
  return Date.parse(one.steps[0].occurredAt) - Date.parse(other.steps[0].occurredAt);
}

/** The instruction that holds for a thing, if there is one. */
export function retentionOf({ byKind, byThing }: Retention, thing: Case): Case | undefined {
  return byThing.get(thing.id) ?? byKind.get(textOf(thing.values, 'kind') ?? '');
}

/** The last day a thing is kept under an instruction; null where the contract has no end yet. */
export function keptUntil(contract: Contract, instruction: Case, thing: Case): Day | null {
  switch (textOf(instruction.values, 'keep')) {
    case 'until-day':
      return dayValue(instruction, 'keepUntil');
    case 'days-after-receipt':
      return addDays(
        dayOf(thing.steps[0].occurredAt),
        countOf(instruction.values, 'keepDays') ?? 0,
      );
    default:
      return dayValue(basics(contract), 'endsOn');
  }
}
