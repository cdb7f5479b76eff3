import { type Case, type Contract, caseOf } from '@kanribo/domain';

/** A page of the cases of a declaration, newest first. */
interface CasesPage {
  readonly cases: readonly Case[];
  /** How many there are in all. */
  readonly total: number;
  /** Where the next page begins; null at the end. */
  readonly next: number | null;
}

/**
 * Cases of a declaration from the newest back. The cursor is the number of the last case shown, so
 * a case that is opened meanwhile moves nothing.
 */
export function pageOf(
  contract: Contract,
  declaration: string,
  asked: {
    readonly after?: number | undefined;
    readonly limit: number;
    readonly isAsked: (found: Case) => boolean;
  },
): CasesPage {
  const count = contract.counts.get(declaration) ?? 0;
  const cases: Case[] = [];
  let total = 0;
  let next: number | null = null;
  for (let number = count; number >= 1; number -= 1) {
    const found = caseOf(contract, `${declaration}-${number}`);
    if (found === undefined || !asked.isAsked(found)) continue;
    total += 1;
    if (number >= (asked.after ?? count + 1)) continue;
    if (cases.length < asked.limit) cases.push(found);
    else next ??= numberOf(cases.at(-1), declaration);
  }
  return { cases, total, next };
}

function numberOf(found: Case | undefined, declaration: string): number | null {
  return found === undefined ? null : Number(found.id.slice(declaration.length + 1));
}
