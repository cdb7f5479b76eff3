import { routes } from '@kanribo/api';
import { caseOf, catalogue, textOf } from '@kanribo/domain';
import { qrCode } from '@kanribo/forms';
import { err, ok } from '@kanribo/kernel';
import { formatScannedCode, formatTypedCode } from '@kanribo/merkle';
import { bundleArchive } from '../contracts/bundle-archive.ts';
import { readBeside } from '../contracts/beside-entries.ts';
import { entriesBefore, provenEntry, readShown } from '../contracts/log-reading.ts';
import { lookAt } from '../contracts/looking.ts';
import { problemOf } from '../contracts/refused.ts';
import { handle } from '../http/handle.ts';
import type { Parts } from '../parts.ts';
import { isProved } from '../rights/needs-proof.ts';

/** The log itself, what proves it, and what is kept beside it. */
export function proofHandlers(parts: Parts) {
  return {
    ...entryHandlers(parts),
    checkpoint: checkpoint(parts),
    bundle: bundle(parts),
  };
}

function entryHandlers(parts: Parts) {
  return {
    entries: handle(routes.entries, async ({ member, query }) => {
      const seen = await lookAt(parts, member, { at: 'entries', subjects: [] });
      if (!seen.ok) return seen;
      const { contract } = seen.value;
      const { before, limit } = query;
      const read = await entriesBefore(parts, member.contract, { before, limit });
      const shown = read.entries.map(readShown).reverse();
      const entries = shown.map((entry) => ({
        ...entry,
        title: titleOf(entry.declaration),
        case: textOf(entry.facts, 'case'),
      }));
      const ids = entries.flatMap((entry) => [
        entry.actor,
        ...(entry.case !== null && caseOf(contract, entry.case) !== undefined ? [entry.case] : []),
      ]);
      const beside = await readBeside(parts, member, { contract, cases: [], ids });
      const next = read.from === 0 ? null : read.from;
      return ok({ body: { entries, names: beside.namesOf(ids), next } });
    }),
    entryProof: handle(routes.entryProof, async ({ member, params }) => {
      const { sequence } = params;
      const seen = await lookAt(parts, member, { at: 'entry', subjects: [`entry-${sequence}`] });
      if (!seen.ok) return seen;
      const proven = await provenEntry(parts, member.contract, sequence);
      return proven === undefined ? err({ code: 'not-found' }) : ok({ body: proven });
    }),
  };
}

const ofTheLog: ReadonlyMap<string, string> = new Map([
  ['log/anchored@1', '控えの記録'],
  ['log/erased@1', '消去の記録'],
  ['log/resumed@1', '再開の記録'],
]);

/** `take-out/returned@1` in words. */
function titleOf(declaration: string): string {
  const [, name = '', step = ''] = /^([^/]+)\/([^@]+)@/u.exec(declaration) ?? [];
  const declared = catalogue.get(name);
  if (declared === undefined) return ofTheLog.get(declaration) ?? declaration;
  const taken = Object.entries(declared.steps).find(([known]) => known === step);
  return `${declared.title}：${taken?.[1].title ?? '訂正'}`;
}

function checkpoint(parts: Parts) {
  return handle(routes.checkpoint, async ({ member }) => {
    const seen = await lookAt(parts, member, { at: 'checkpoint', subjects: [] });
    if (!seen.ok) return seen;
    const signed = await parts.instance.checkpoint(member.contract);
    if (!signed.ok) return err(problemOf({ code: 'read-only', duty: null, reason: signed.error }));
    const { size, root, note } = signed.value.register;
    const typedCode = formatTypedCode({ size, root });
    const qr = qrCode(formatScannedCode({ size, root }), 'M')?.svg ?? '';
    return ok({ body: { note, typedCode, size, qr } });
  });
}

function bundle(parts: Parts) {
  return handle(routes.bundle, async ({ member, held }) => {
    const seen = await lookAt(parts, member, { at: 'bundle', subjects: [] });
    if (!seen.ok) return seen;
    if (!isProved(held.session, parts.clock.now())) {
      return err({ code: 'reauthentication-needed' });
    }
    const archive = await bundleArchive(parts, member.contract);
    if (!archive.ok) {
      return err(problemOf({ code: 'read-only', duty: null, reason: archive.error }));
    }
    return ok({ body: { content: archive.value, name: `${member.contract}.tar` } });
  });
}
