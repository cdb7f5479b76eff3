import type { EvidenceMissing, ReadOnly } from '@kanribo/application';
import type { Refusal } from '@kanribo/domain';
import { type AuditRefusal, type ChangedMeanwhile, tellRefusal } from '@kanribo/office';
import type { Problem } from '../http/problem.ts';

/** Everything a contract may answer instead of what was asked. */
export type ContractRefusal =
  | (Refusal & { readonly clause?: string; readonly row?: number })
  | ChangedMeanwhile
  | ReadOnly
  | EvidenceMissing
  | AuditRefusal;

/** What the caller is told: duty, clause, a sentence, and the lawful ways out. */
export function problemOf(refusal: ContractRefusal, nameOf?: (id: string) => string): Problem {
  const { sentence, wayOut } = tellRefusal(refusal, nameOf);
  const said = { message: sentence, detail: refusal.code };
  if (refusal.code === 'read-only') return { code: 'read-only', ...said };
  if (refusal.code === 'changed-meanwhile') return { code: 'changed-meanwhile', ...said };
  if (refusal.code === 'evidence-missing') return { code: 'misfit', ...said };
  if ('until' in refusal) {
    const { duty, clause } = refusal;
    return { code: 'not-allowed', ...said, wayOut: [...wayOut], house: true, duty, clause };
  }
  const told = { ...said, house: refusal.house, wayOut: [...wayOut] };
  const row = refusal.row === undefined ? {} : { field: `rows.${refusal.row}` };
  const cited = { ...told, ...dutyOf(refusal), ...row };
  if (refusal.code === 'role-missing') return { code: 'not-allowed', ...cited };
  return { code: refusal.duty === null ? 'misfit' : 'refused', ...cited };
}

function dutyOf({ duty, clause = '' }: Refusal & { readonly clause?: string }) {
  return { ...(duty !== null && { duty }), ...(clause !== '' && { clause }) };
}
