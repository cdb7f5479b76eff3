import { routes } from '@kanribo/api';
import { type Case, type Contract, balanceOn, caseOf, catalogue, whereIs } from '@kanribo/domain';
import { err, ok } from '@kanribo/kernel';
import { idsIn, readBeside } from '../contracts/beside-entries.ts';
import { caseWithSteps, versionOf } from '../contracts/case-page.ts';
import { linesAskedFor } from '../contracts/chosen-lines.ts';
import { lookAt } from '../contracts/looking.ts';
import { pageOf } from '../contracts/page-of.ts';
import { handle } from '../http/handle.ts';
import type { Parts } from '../parts.ts';

/** Registers, cases and where things are. */
export function caseHandlers(parts: Parts) {
  return {
    register: handle(routes.register, async ({ member, params, query }) => {
      const declaration = catalogue.get(params.declaration);
      if (declaration === undefined) return err({ code: 'not-found' });
      const look = { at: 'register', subjects: [declaration.name] } as const;
      const seen = await lookAt(parts, member, look);
      if (!seen.ok) return seen;
      const { contract, today } = seen.value;
      const { after, limit, ...choice } = query;
      const asked = { contract, today, declaration, choice, after, limit };
      const { lines, names, total, next } = await linesAskedFor(parts, member, asked);
      return ok({ body: { lines, names, total, next } });
    }),
    case: handle(routes.case, async ({ member, params }) => {
      const seen = await lookAt(parts, member, { at: 'case', subjects: [params.case] });
      if (!seen.ok) return seen;
      const { contract, today } = seen.value;
      const found = caseOf(contract, params.case);
      if (found === undefined) return err({ code: 'not-found' });
      const ids = [found.id, ...idsIn(found)];
      const beside = await readBeside(parts, member, { contract, cases: [found], ids });
      const shown = caseWithSteps(contract, found, { beside, today });
      const body = { case: shown, names: beside.namesOf(ids) };
      return ok({ body, version: versionOf(found) });
    }),
    whereabouts: handle(routes.whereabouts, async ({ member, query }) => {
      const seen = await lookAt(parts, member, { at: 'whereabouts', subjects: [] });
      if (!seen.ok) return seen;
      const { contract, today } = seen.value;
      const page = pageOf(contract, 'thing', { ...query, isAsked: () => true });
      const things = page.cases.map((thing) => placed(contract, thing));
      const ids = things.flatMap(({ thing, place, custodian, under }) =>
        [thing, place, custodian, under].filter((id) => id !== null),
      );
      const beside = await readBeside(parts, member, { contract, cases: [], ids });
      const balance = balanceOn(contract, today);
      const { next } = page;
      return ok({ body: { things, names: beside.namesOf(ids), balance, next } });
    }),
  };
}

const nowhere = { place: null, custodian: null, under: null, how: null };

function placed(contract: Contract, thing: Case) {
  const where = whereIs(contract, thing);
  return { thing: thing.id, ...nowhere, ...where };
}
