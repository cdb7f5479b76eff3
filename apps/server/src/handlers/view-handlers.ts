import { routes } from '@kanribo/api';
import { type ClientWord, catalogue, clientWords, subcontractTree } from '@kanribo/domain';
import { type Day, err, formatFingerprint, ok, parseDay, utf8 } from '@kanribo/kernel';
import { readBeside } from '../contracts/beside-entries.ts';
import { originOf } from '../contracts/log-reading.ts';
import { lookAt } from '../contracts/looking.ts';
import { handle } from '../http/handle.ts';
import type { Parts } from '../parts.ts';

/** Views that bring several cases together. */
export function viewHandlers(parts: Parts) {
  return {
    clientWords: handle(routes.clientWords, async ({ member, query }) => {
      const seen = await lookAt(parts, member, { at: 'client-words', subjects: [] });
      if (!seen.ok) return seen;
      const { contract, today } = seen.value;
      const words = clientWords(contract, dayIn(query.day) ?? today).map(shownWord);
      const ids = words.flatMap((word) => [word.case, ...word.usedBy]);
      const beside = await readBeside(parts, member, { contract, cases: [], ids });
      return ok({ body: { words, names: beside.namesOf(ids) } });
    }),
    subcontracts: handle(routes.subcontracts, async ({ member, query }) => {
      const seen = await lookAt(parts, member, { at: 'subcontracts', subjects: [] });
      if (!seen.ok) return seen;
      const { contract, today } = seen.value;
      const nodes = subcontractTree(contract, dayIn(query.day) ?? today);
      const ids = nodes.map((node) => node.case);
      const beside = await readBeside(parts, member, { contract, cases: [], ids });
      return ok({ body: { nodes, names: beside.namesOf(ids) } });
    }),
    verifierKey: handle(routes.verifierKey, async ({ member }) => {
      const seen = await lookAt(parts, member, { at: 'verifier-key', subjects: [] });
      if (!seen.ok) return seen;
      const origin = await originOf(parts, member.contract);
      if (origin === undefined) return err({ code: 'not-found' });
      const verifierKey = await parts.keys.verifierKey(member.contract, origin);
      if (verifierKey === undefined) return err({ code: 'read-only' });
      const fingerprint = formatFingerprint(parts.sha256(utf8(verifierKey)));
      return ok({ body: { origin, verifierKey, fingerprint } });
    }),
  };
}

function shownWord({ word, ...about }: ClientWord) {
  const duty = catalogue.get(word.declaration)?.duty ?? null;
  return { case: word.id, duty, status: word.status, ...about };
}

function dayIn(text: string | undefined): Day | undefined {
  const parsed = parseDay(text ?? '');
  return parsed.ok ? parsed.value : undefined;
}
