import type { Contract, Refusal, Role } from '@kanribo/domain';
import { rolesOf } from '@kanribo/domain';
import { type Day, type Moment, type Result, dayOf, err, ok } from '@kanribo/kernel';
import { type KeptContract, knownOn } from './kept-contract.ts';

/** What somebody looks at; the access log keeps these words. */
export type LookKind =
  | 'contract'
  | 'roles'
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
  /** An external auditor holds no office; whether one may look is decided where they signed in. */
  readonly by?: 'external-auditor';
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

/** Shows a contract to somebody in office; refuses others. */
export function look(
  kept: KeptContract,
  { known, by }: Look,
  { actor, now }: { readonly actor: string; readonly now: Moment },
): Result<Seen, Refusal> {
  const today = dayOf(now);
  const roles = rolesOf(kept.contract, actor, today);
  if (roles.size === 0 && by === undefined) return err(nothingForYou(actor));
  const contract = known === undefined ? kept.contract : knownOn(kept, known);
  return ok({ kind: 'look', contract, now, today, roles });
}

/** Without an office nobody gets to see the records (access is limited by the annex). */
function nothingForYou(actor: string): Refusal {
  const parameters = { actor, step: '閲覧' };
  const ask = { code: 'ask-person-in-charge', parameters: { roles: '総括責任者' } } as const;
  return { code: 'role-missing', duty: 'access-limit', house: true, parameters, wayOut: [ask] };
}
