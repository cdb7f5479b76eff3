import type { Contract, Refusal, Role } from '@kanribo/domain';
import { contractRules, rolesOf } from '@kanribo/domain';
import { type Day, type Moment, type Result, dayOf, err, ok } from '@kanribo/kernel';
import { type KeptContract, knownOn } from './kept-contract.ts';

/** What somebody looks at; the access log keeps these words. */
export type LookKind =
  | 'contract'
  | 'roles'
  | 'people'
  | 'duty-map'
  | 'standing'
  | 'today'
  | 'calendar'
  | 'register'
  | 'case'
  | 'try'
  | 'try-import'
  | 'whereabouts'
  | 'client-words'
  | 'subcontracts'
  | 'verifier-key'
  | 'entries'
  | 'entry'
  | 'checkpoint'
  | 'bundle'
  | 'evidence'
  | 'keep-evidence'
  | 'paper'
  | 'sheet'
  | 'word-form'
  | 'annex';

/**
 * A look at a contract, answered with the contract itself, for whoever makes a page of it. Ids
 * among the subjects are written to the access log, so they are ids of ours only.
 */
export interface Look {
  readonly kind: 'look';
  readonly at: LookKind;
  readonly subjects: readonly string[];
  /** As known at the end of this day; everything known now without it. */
  readonly known?: Day;
  /** Who looks without an office. */
  readonly by?: Outsider;
}

/** Who looks at a contract without an office in it, as sign-in says. */
export type Outsider =
  /** Chooses whom an account stands for: sees who is on record and nothing else. */
  | { readonly as: 'administrator' }
  /** An external auditor (外部の監査人): looks until the end of a day, and does nothing. */
  | {
      readonly as: 'external-auditor';
      /** The last day. */
      readonly until: Day;
      /** Whether what is asked for is open to auditors, on that day and before. */
      readonly mayLook: boolean;
    };

/** An external auditor asked for what is not, or no longer, theirs to see. */
export interface AuditRefusal {
  readonly code: 'audit-over' | 'audit-looks-only';
  readonly duty: 'access-limit';
  /** The clause of the contract's annex that states the duty. */
  readonly clause: string;
  readonly until: Day;
}

/** What a look sees. */
export interface Seen {
  readonly kind: 'look';
  /** As known now, or then. */
  readonly contract: Contract;
  readonly now: Moment;
  readonly today: Day;
  readonly roles: ReadonlySet<Role>;
}

/** Shows a contract to somebody in office, or to whom sign-in lets look; refuses others. */
export function look(
  kept: KeptContract,
  { known, by }: Look,
  { actor, now }: { readonly actor: string; readonly now: Moment },
): Result<Seen, Refusal | AuditRefusal> {
  const today = dayOf(now);
  const roles = rolesOf(kept.contract, actor, today);
  if (roles.size === 0 && by === undefined) return err(nothingForYou(actor));
  const refusal = by && auditRefusal(kept.contract, by, { now, today });
  if (refusal !== undefined) return err(refusal);
  const contract = known === undefined ? kept.contract : knownOn(kept, known);
  return ok({ kind: 'look', contract, now, today, roles });
}

function auditRefusal(
  contract: Contract,
  by: Outsider,
  { now, today }: { readonly now: Moment; readonly today: Day },
): AuditRefusal | undefined {
  if (by.as !== 'external-auditor') return undefined;
  const { until, mayLook } = by;
  const about = {
    duty: 'access-limit',
    clause: contractRules.cite(contract, 'access-limit', now),
    until,
  } as const;
  if (today > until) return { code: 'audit-over', ...about };
  return mayLook ? undefined : { code: 'audit-looks-only', ...about };
}

/** Without an office nobody gets to see the records (access is limited by the annex). */
function nothingForYou(actor: string): Refusal {
  const parameters = { actor, step: '閲覧' };
  const ask = { code: 'ask-person-in-charge', parameters: { roles: '総括責任者' } } as const;
  return { code: 'role-missing', duty: 'access-limit', house: true, parameters, wayOut: [ask] };
}
