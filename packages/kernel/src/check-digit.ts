const individualWeights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;
const corporateWeights = [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1] as const;

/** Whether a text is an Individual Number (個人番号): 12 ASCII digits, the last one the check. */
export function isIndividualNumber(text: string): boolean {
  return individualCheckDigit(text.slice(0, 11)) === text.slice(11);
}

/** Whether a text is a Corporate Number (法人番号): 13 ASCII digits, the first one the check. */
export function isCorporateNumber(text: string): boolean {
  return corporateCheckDigit(text.slice(1)) === text.slice(0, 1);
}

/**
 * The check digit of an Individual Number from its first 11 digits: `11 − (Σ Pn·Qn mod 11)`, 0 when
 * the remainder is 0 or 1 (Order of the Ministry for Internal Affairs No. 85 of 2014, article 5).
 * Undefined for anything but 11 ASCII digits.
 */
export function individualCheckDigit(digits: string): string | undefined {
  if (!/^[0-9]{11}$/.test(digits)) return undefined;
  const remainder = weightedSum(digits, individualWeights) % 11;
  return String(remainder <= 1 ? 0 : 11 - remainder);
}

/**
 * The check digit of a Corporate Number from the 12 digits after it: `9 − (Σ Pn·Qn mod 9)` (Order
 * of the Ministry of Finance No. 70 of 2014, article 2). Undefined for anything but 12 ASCII digits.
 */
export function corporateCheckDigit(digits: string): string | undefined {
  if (!/^[0-9]{12}$/.test(digits)) return undefined;
  return String(9 - (weightedSum(digits, corporateWeights) % 9));
}

const weightedSum = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
