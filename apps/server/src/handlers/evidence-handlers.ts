import { routes } from '@kanribo/api';
import { Counted } from '@kanribo/application';
import { err, ok } from '@kanribo/kernel';
import { UnkeptKindFault, extensionOf, headOf, onlyKeptKinds } from '../contracts/evidence-kind.ts';
import { lookAt } from '../contracts/looking.ts';
import { handle } from '../http/handle.ts';
import type { Parts } from '../parts.ts';

/** Evidence as it comes in and goes out. */
export function evidenceHandlers(parts: Parts) {
  return {
    keepEvidence: handle(routes.keepEvidence, async ({ member, file }) => {
      const seen = await lookAt(parts, member, { at: 'keep-evidence', subjects: [] });
      if (!seen.ok) return seen;
      const content = await file();
      if (content === undefined) return err({ code: 'malformed', field: 'file' });
      const counted = new Counted(onlyKeptKinds(content));
      try {
        const digest = await parts.instance.keepEvidence(member.contract, counted.chunks());
        return ok({ body: { digest, bytes: counted.bytes } });
      } catch (fault) {
        if (fault instanceof UnkeptKindFault) return err({ code: 'file-kind-not-kept' });
        throw fault;
      }
    }),
    evidence: handle(routes.evidence, async ({ member, params }) => {
      const subjects = [`sha256:${params.digest}`];
      const seen = await lookAt(parts, member, { at: 'evidence', subjects });
      if (!seen.ok) return seen;
      const content = await parts.store.evidence(member.contract, params.digest);
      if (content === undefined) return err({ code: 'not-found' });
      const { head, rest } = await headOf(content);
      const extension = (await extensionOf(head)) ?? 'bin';
      const name = `${params.digest.slice(0, 16)}.${extension}`;
      return ok({ body: { content: joined(head, rest), name } });
    }),
  };
}

async function* joined(
  head: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}
