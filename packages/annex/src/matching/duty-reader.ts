import type { ClauseText } from './clause-texts.ts';
import type { DutyDescription } from './duty-description.ts';

/** What a sentence says of a duty. */
interface ReadDuty {
  /** How many of the concepts that may stand there do, from 0 to 1. */
  readonly share: number;
  readonly terms: readonly string[];
  readonly missing: readonly string[];
  readonly isOfOtherParty: boolean;
}

/** Reads a sentence of a clause for one duty; null where it does not state it. */
export type Reader = (window: string, clause: ClauseText) => ReadDuty | null;

/** Makes the reader of a duty out of its description. */
export function readerOf(description: DutyDescription): Reader {
  const concepts = (written: readonly string[] = []) =>
    written.map((alternatives) => ({ alternatives, pattern: new RegExp(alternatives, 'u') }));
  const own = concepts(description.own);
  const near = concepts(description.near);
  const also = concepts(description.also);
  const key = concepts(description.key);
  const never = concepts(description.never);
  const apart = concepts(description.apart);
  return (window, clause) => {
    if (own.some(({ pattern }) => !pattern.test(window))) return null;
    const circumstances = `${clause.above}\n${goesOn.test(clause.own) ? clause.referred : ''}`;
    const around = `${window}\n${clause.own}\n${clause.above}\n${clause.referred}`;
    if (near.some(({ pattern }) => !pattern.test(around))) return null;
    if (never.some(({ pattern }) => pattern.test(window))) return null;
    if (apart.some(({ pattern }) => pattern.test(circumstances))) return null;
    const isOfClient = description.mayBeOfClient !== true && subjectOf(window, clause) === '甲';
    if (isOfClient && /できる|できます/u.test(window)) return null;
    const whole = `${around}\n${clause.below}`;
    const wanted = [...also, ...key];
    const present = wanted.filter(({ pattern }) => pattern.test(whole));
    return {
      share: wanted.length === 0 ? 1 : present.length / wanted.length,
      terms: termsIn(whole, [...own, ...near, ...present]),
      missing: key.filter(({ pattern }) => !pattern.test(whole)).map(nameOf),
      isOfOtherParty: isOfClient,
    };
  };
}

/** A concept by the first of its words. */
function nameOf({ alternatives }: { readonly alternatives: string }): string {
  const words = alternatives.split('|');
  return words.find((word) => /^[\p{L}\p{N}]+$/u.test(word)) ?? alternatives;
}

/** A clause that goes on with the case of the one before. */
const goesOn = /前[0-9]*(?:項|号)の場合/u;

const subject = /(?:^|[。、,)])(甲|乙|丙|再委託先)は/u;

/** Whom the sentence speaks of; where it does not say, the lead above it. */
function subjectOf(window: string, { above }: ClauseText): string | undefined {
  return subject.exec(window)?.[1] ?? subject.exec(above)?.[1];
}

function termsIn(text: string, concepts: readonly { readonly pattern: RegExp }[]) {
  const found = concepts.map(({ pattern }) => pattern.exec(text)?.[0] ?? '');
  return [...new Set(found)].filter((term) => term !== '');
}
