import { type Result, err, ok } from '@kanribo/kernel';
import type { Look, Outsider, Seen } from '@kanribo/office';
import type { Member } from '../http/handle.ts';
import type { Problem } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { problemOf } from './refused.ts';

/** The contract as somebody in office may see it; an access entry says what was looked at. */
export async function lookAt(
  { instance, freshId }: Pick<Parts, 'instance' | 'freshId'>,
  member: Member,
  look: Omit<Look, 'kind'>,
): Promise<Result<Seen, Problem>> {
  const { contract, person, audit } = member;
  const by: Outsider | undefined = look.by ?? (audit && { as: 'external-auditor', ...audit });
  const question = { kind: 'look', ...look, ...(by && { by }) } as const;
  const asked = { id: freshId(), actor: person, question };
  const answered = await instance.ask(contract, asked);
  if (!answered.ok) return err(problemOf(answered.error));
  if (answered.value.kind === 'look') return ok(answered.value);
  throw new TypeError(`a look was answered with ${answered.value.kind}`);
}
