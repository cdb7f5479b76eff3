import type { Command } from '@kanribo/domain';
import { type Result, ok } from '@kanribo/kernel';
import type { Member } from '../http/handle.ts';
import type { Problem } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { lookAt } from './looking.ts';
import { formOf } from './word-form-of.ts';

/**
 * Refuses a command that designates a file which is no sound form, with what is wrong with it. What
 * is not kept at all is refused by the register itself.
 */
export async function checkDesignatedFile(
  parts: Parts,
  member: Member,
  { declaration, values }: Command,
): Promise<Result<unknown, Problem>> {
  const file = declaration === 'designated-form' ? values['form'] : undefined;
  if (typeof file !== 'string') return ok(null);
  const digest = /^sha256:([0-9a-f]{64})$/u.exec(file)?.[1];
  if (digest === undefined) return ok(null);
  const seen = await lookAt(parts, member, { at: 'word-form', subjects: [file] });
  if (!seen.ok) return seen;
  const content = await parts.store.evidence(member.contract, digest);
  return content === undefined ? ok(null) : formOf(content);
}
