import { type DutyId, dutyIds } from '../duty-ids.ts';
import type { AnnexTree } from '../parser/annex-tree.ts';
import { type ClauseText, clauseTexts } from './clause-texts.ts';
import type { DutyDescription } from './duty-description.ts';
import { type Reader, readerOf } from './duty-reader.ts';
import { type Likeness, likenessAmong } from './likeness.ts';
import { plainText, windowsOf } from './plain-text.ts';

/** A duty as matching knows it. */
export interface CatalogueEntry {
  /** What the duty is called, in our own words. */
  readonly title: string;
  readonly description: DutyDescription;
}

/** The duties an annex is asked about. */
export type DutyCatalogue = Readonly<Record<DutyId, CatalogueEntry>>;

interface Found {
  readonly duty: DutyId;
  /** As it is cited: `9.2`, `20(6)ウ`. */
  readonly clause: string;
  /** From 0 to 1. */
  readonly score: number;
  /** The words of the clause that speak for it. */
  readonly terms: readonly string[];
}

/**
 * What an annex says of a duty: a clause states it; one states it differently (words that make the
 * duty are missing, or it is laid on the other party); or none does.
 */
export type DutyMatch =
  | ({ readonly status: 'stated' } & Found)
  | ({
      readonly status: 'different';
      /** The concepts that are missing, each by one of its words. */
      readonly missing: readonly string[];
      /** The annex lays it on the client (甲). */
      readonly isOfOtherParty: boolean;
    } & Found)
  | { readonly status: 'absent'; readonly duty: DutyId };

/**
 * Which duties of the catalogue an annex states, in the order of the catalogue. A duty whose
 * concepts do not come together in any clause is absent: better none than a wrong one.
 */
export function matchDuties(tree: AnnexTree, catalogue: DutyCatalogue): readonly DutyMatch[] {
  const clauses = clauseTexts(tree).map((clause) => ({
    clause,
    windows: windowsOf(clause.own),
  }));
  const likeness = likenessAmong(clauses.map(({ clause }) => clause.own));
  return dutyIds.map((duty) => {
    const { title, description } = catalogue[duty];
    const reader = readerOf(description);
    const wanted = plainText(title);
    const found = clauses.flatMap((read) => readingsOf(read, { reader, likeness, wanted }));
    const [best] = found.sort((left, right) => right.score - left.score);
    return best === undefined ? { status: 'absent', duty } : matchOf(duty, best);
  });
}

interface Reading {
  readonly clause: string;
  readonly score: number;
  readonly terms: readonly string[];
  readonly missing: readonly string[];
  readonly isOfOtherParty: boolean;
}

function readingsOf(
  { clause, windows }: { readonly clause: ClauseText; readonly windows: readonly string[] },
  {
    reader,
    likeness,
    wanted,
  }: { readonly reader: Reader; readonly likeness: Likeness; readonly wanted: string },
): readonly Reading[] {
  return windows.flatMap((window) => {
    const read = reader(window, clause);
    if (read === null) return [];
    const { share, ...reading } = read;
    const party = read.isOfOtherParty ? 0.2 : 0;
    const score = 0.5 + 0.3 * share + 0.2 * likeness(wanted, window) - party;
    return [{ ...reading, clause: clause.clause, score: Math.round(score * 100) / 100 }];
  });
}

function matchOf(duty: DutyId, { isOfOtherParty, missing, ...found }: Reading): DutyMatch {
  if (missing.length === 0 && !isOfOtherParty) return { status: 'stated', duty, ...found };
  return { status: 'different', duty, ...found, missing, isOfOtherParty };
}
