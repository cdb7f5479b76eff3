import type { Day, Moment } from '@kanribo/kernel';
import { type Case, isYes, stepOf, textOf } from './case.ts';

/** When the act that needs an approval happens or happened. */
export interface ActTime {
  readonly at: Moment;
  readonly on: Day;
}

/**
 * Whether an approval was given before the act and its period contains the act's day. An approval
 * dated after the act never covers it, and one withdrawn before the act does not either.
 */
export function isInForce(approval: Case, act: ActTime): boolean {
  const granted = approval.steps[0];
  const withdrawn = stepOf(approval, 'withdrawn');
  const from = textOf(approval.values, 'from') ?? '';
  const until = textOf(approval.values, 'until') ?? '';
  if (granted.occurredAt > act.at || from > act.on || until < act.on) return false;
  return withdrawn === undefined || withdrawn.occurredAt > act.at;
}

/** Whether an approval is still only somebody's spoken word (口頭・未確認). */
export function isUnconfirmed(approval: Case): boolean {
  return isYes(approval.values, 'isOral') && approval.status === 'granted';
}
