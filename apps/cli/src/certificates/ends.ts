import { daysBetween } from '@kanribo/kernel';
import { dayIn, dayText } from './refusal-text.ts';

/** So many days before its end a certificate is spoken of. */
const noticeDays = 30;

/** That something has ended or ends within 30 days, and the way out; else undefined. */
export function endText(
  what: string,
  end: Date,
  { now, way }: { readonly now: Date; readonly way: string },
): string | undefined {
  if (end <= now) return `${what}の期限（${dayText(end)}）が過ぎています。${way}`;
  const days = daysBetween(dayIn(now), dayIn(end));
  if (days > noticeDays) return undefined;
  return `${what}は${dayText(end)}に期限が切れます（あと${days}日）。${way}`;
}
