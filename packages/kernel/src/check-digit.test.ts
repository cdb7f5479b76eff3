import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  corporateCheckDigit,
  individualCheckDigit,
  isCorporateNumber,
  isIndividualNumber,
} from './check-digit.ts';

// All numbers here are synthetic; the corporate one with a holder is a public office's.
test.each([
  ['12345678901', '8'],
  ['98320567321', '4'],
  ['00000000000', '0'],
])('KER-19: the check digit of the synthetic %s is %s', (digits, check) => {
  expect(individualCheckDigit(digits)).toBe(check);
  expect(isIndividualNumber(digits + check)).toBe(true);
});

test('KER-19: just one last digit makes an Individual Number', () => {
  const elevenDigits = fc.stringMatching(/^[0-9]{11}$/);
  fc.assert(
    fc.property(elevenDigits, (digits) => {
      const passing = Array.from({ length: 10 }, (_, last) => `${digits}${last}`).filter(
        isIndividualNumber,
      );
      expect(passing).toEqual([`${digits}${individualCheckDigit(digits)}`]);
    }),
  );
});

test('KER-19: the remainders 0 and 1 give the check digit 0, the remainder 2 gives 9', () => {
  expect(individualCheckDigit('00000000000')).toBe('0');
  expect(individualCheckDigit('00000000006')).toBe('0');
  expect(individualCheckDigit('00000000001')).toBe('9');
});

test.each(['123456789018 ', '12345678901８', '1234-5678-9018', '12345678901', '1234567890180', ''])(
  'KER-19: %j is not an Individual Number',
  (text) => {
    expect(isIndividualNumber(text)).toBe(false);
  },
);

test('KER-20: the check digit of a Corporate Number stands first', () => {
  expect(corporateCheckDigit('123456789012')).toBe('7');
  expect(isCorporateNumber('7123456789012')).toBe(true);
  expect(isCorporateNumber('4011001098993')).toBe(true);
});

test('KER-20: just one first digit makes a Corporate Number, and never 0', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{12}$/), (digits) => {
      const passing = Array.from({ length: 10 }, (_, first) => `${first}${digits}`).filter(
        isCorporateNumber,
      );
      expect(passing).toEqual([`${corporateCheckDigit(digits)}${digits}`]);
      expect(passing[0]?.startsWith('0')).toBe(false);
    }),
  );
});

test.each(['', '401100109899', '40110010989930', '４011001098993', '4011001098994'])(
  'KER-20: %j is not a Corporate Number',
  (text) => {
    expect(isCorporateNumber(text)).toBe(false);
  },
);

test('KER-19: a check digit is given only for eleven digits', () => {
  expect(individualCheckDigit('1234567890')).toBeUndefined();
  expect(individualCheckDigit('1234567890１')).toBeUndefined();
});

test('KER-20: a check digit is given only for twelve digits', () => {
  expect(corporateCheckDigit('12345678901')).toBeUndefined();
  expect(corporateCheckDigit('12345678901a')).toBeUndefined();
});
