import { routes } from '@kanribo/api';
import { balanceOn, caseOf, catalogue } from '@kanribo/domain';
import { err, ok } from '@kanribo/kernel';
import { idsIn, readBeside } from '../contracts/beside-entries.ts';
import { caseWithSteps, versionOf } from '../contracts/case-page.ts';
import { linesAskedFor } from '../contracts/chosen-lines.ts';
import { thingsAskedFor } from '../contracts/chosen-things.ts';
import { lookAt } from '../contracts/looking.ts';
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
      const { after, limit, ...choice } = query;
      const asked = { contract, today, choice, after, limit };
      const { things, names, total, next } = await thingsAskedFor(parts, member, asked);
      const balance = balanceOn(contract, today);
      return ok({ body: { things, names, balance, total, next } });
    }),
  };
}
