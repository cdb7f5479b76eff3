import { type Result, err, ok } from './result.ts';

/** Carriers whose tracking numbers (お問い合わせ番号) are told apart; `other` is every other one. */
export const carriers = ['japan-post', 'yamato', 'sagawa', 'other'] as const;

/** A carrier (運送事業者). */
export type Carrier = (typeof carriers)[number];

/** Why a text is not a carrier's tracking number: its shape, or its check digit. */
export type TrackingNumberProblem = 'tracking-number-malformed' | 'tracking-number-misread';

const separators = /[\s\-‐‑–—ー−]/gu;
const anyShape = /^[0-9A-Z]{8,16}$/;
const s10Weights = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/** Whether a text names a carrier. */
export function isCarrier(text: string): text is Carrier {
  return carriers.some((carrier) => carrier === text);
}

/** A tracking number without what people put between its groups: ASCII digits and capitals. */
export function plainTrackingNumber(text: string): string {
  return text.normalize('NFKC').toUpperCase().replaceAll(separators, '');
}

/**
 * A tracking number read as its carrier prints it. The last digit of Japan Post's 11 digits
 * (書留・特定記録) and 12 (ゆうパック等), of Yamato's and of Sagawa's 12 is the remainder of the digits
 * before it divided by 7; Japan Post's 13 characters follow UPU S10. Of other carriers only the
 * shape is known.
 */
export function parseTrackingNumber(
  carrier: Carrier,
  text: string,
): Result<string, TrackingNumberProblem> {
  const plain = plainTrackingNumber(text);
  const isRight = checkOf(carrier, plain);
  if (isRight === undefined) return err('tracking-number-malformed');
  return isRight ? ok(plain) : err('tracking-number-misread');
}

/** Whether the check digit is right; undefined where the shape is not the carrier's. */
function checkOf(carrier: Carrier, plain: string): boolean | undefined {
  if (carrier === 'other') return anyShape.test(plain) ? true : undefined;
  if (/^[0-9]{12}$/.test(plain)) return isRemainderOfSeven(plain);
  if (carrier !== 'japan-post') return undefined;
  if (/^[0-9]{11}$/.test(plain)) return isRemainderOfSeven(plain);
  return /^[A-Z]{2}[0-9]{9}[A-Z]{2}$/.test(plain) ? isS10(plain) : undefined;
}

const isRemainderOfSeven = (digits: string): boolean =>
  Number(digits.slice(0, -1)) % 7 === Number(digits.slice(-1));

function isS10(plain: string): boolean {
  const sum = s10Weights.reduce((total, weight, at) => total + weight * Number(plain[at + 2]), 0);
  const check = 11 - (sum % 11);
  return (check === 10 ? 0 : check === 11 ? 5 : check) === Number(plain[10]);
}
