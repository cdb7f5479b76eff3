import type { Day, JsonObject, JsonValue, Moment } from '@kanribo/kernel';
import { type Case, stepOf, textOf } from './case.ts';
import type { Contract } from './contract.ts';
import { casesWith } from './lines.ts';

/** When the act that needs an approval happens or happened. */
export interface ActTime {
  readonly at: Moment;
  readonly on: Day;
}

/** An act that needs an approval, and the facts of it that the approval must name. */
export interface ActToCover extends ActTime {
  /** By the approval's field: the act's one value, or all its values. */
  readonly about: JsonObject;
}

/**
 * Whether an approval was given before the act and its period contains the act's day. An approval
 * dated after the act never covers it, one withdrawn before the act does not either, and one the
 * client says it never gave covers nothing.
 */
export function isInForce(approval: Case, act: ActTime): boolean {
  const granted = approval.steps[0];
  const withdrawn = stepOf(approval, 'withdrawn');
  const from = textOf(approval.values, 'from') ?? '';
  const until = textOf(approval.values, 'until') ?? '';
  if (stepOf(approval, 'contradicted') !== undefined) return false;
  if (granted.occurredAt > act.at || from > act.on || until < act.on) return false;
  return withdrawn === undefined || withdrawn.occurredAt > act.at;
}

/** Whether an approval is in force for an act and names everything the act is about. */
export function covers(approval: Case, act: ActToCover): boolean {
  return (
    isInForce(approval, act) &&
    Object.entries(act.about).every(([field, value]) => {
      const named = listed(approval.values[field]);
      const needed = listed(value);
      return needed.length > 0 && needed.every((one) => named.includes(one));
    })
  );
}

/** The first approval of a kind that covers an act, if the client gave one. */
export function approvalCovering(
  contract: Contract,
  declaration: string,
  act: ActToCover,
): Case | undefined {
  const [first] = Object.entries(act.about);
  const value = listed(first?.[1]).at(0);
  if (first === undefined || typeof value !== 'string') return undefined;
  for (const approval of casesWith(contract, declaration, { field: first[0], value })) {
    if (covers(approval, act)) return approval;
  }
  return undefined;
}

/** Whether an approval or another word is still only somebody's spoken word (口頭・未確認). */
export function isUnconfirmed({ values, status }: Case): boolean {
  return textOf(values, 'form') === 'oral' && (status === 'granted' || status === 'given');
}

/** A spoken word written down after what it is said to cover, of which no paper has come. */
export function isUnproven(approval: Case, { at }: Pick<ActTime, 'at'>): boolean {
  return isUnconfirmed(approval) && approval.steps[0].recordedAt > at;
}

function listed(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
