import { type LineChoice, chooseLines, declarationOf, isPlainChoice } from '@kanribo/api';
import { type CaseDeclaration, type Contract, casesOf } from '@kanribo/domain';
import type { Day } from '@kanribo/kernel';
import type { Member } from '../http/handle.ts';
import type { Parts } from '../parts.ts';
import { idsIn, readBeside } from './beside-entries.ts';
import { lineOf } from './case-page.ts';
import { pageOf } from './page-of.ts';

/** Which lines of which register are asked for. */
interface Asked {
  readonly contract: Contract;
  readonly today: Day;
  readonly declaration: CaseDeclaration;
  readonly choice: LineChoice;
  readonly after?: number | undefined;
  /** Left out, all of them. */
  readonly limit?: number;
}

/**
 * A page of the lines that were asked for. Names and remarks are read of all lines only where the
 * choice or its order may hang on them.
 */
export async function linesAskedFor(parts: Parts, member: Member, asked: Asked) {
  const { contract, today, declaration, choice, after, limit } = asked;
  const all = [...casesOf(contract, declaration.name)];
  if (isPlainChoice(choice)) {
    const { status } = choice;
    const isAsked = (found: { readonly status: string }) =>
      status === undefined || found.status === status;
    const about = { after, limit: limit ?? Math.max(1, all.length), isAsked };
    const { cases, total, next } = pageOf(contract, declaration.name, about);
    const beside = await readBeside(parts, member, { contract, cases, ids: cases.flatMap(idsIn) });
    const lines = cases.map((found) => lineOf(contract, found, { beside, today }));
    return { lines, total, next, names: beside.namesOf(cases.flatMap(idsIn)), beside };
  }
  const beside = await readBeside(parts, member, { contract, cases: all, ids: all.flatMap(idsIn) });
  const { lines, total, next } = chooseLines({
    declaration: declarationOf(declaration),
    lines: all.map((found) => lineOf(contract, found, { beside, today })),
    nameOf: (id) => beside.nameOf(id),
    choice,
    after,
    ...(limit !== undefined && { limit }),
  });
  const shown = new Set(lines.map(({ id }) => id));
  const ids = all.filter(({ id }) => shown.has(id)).flatMap(idsIn);
  return { lines: [...lines], total, next, names: beside.namesOf(ids), beside };
}
