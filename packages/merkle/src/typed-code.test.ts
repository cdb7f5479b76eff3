import { utf8 } from '@kanribo/kernel';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TreeHead } from './consistency.ts';
import { formatScannedCode, parseScannedCode } from './scanned-code.ts';
import { withEachCharacterReplaced } from './testing/flipped.ts';
import { sha256 } from './testing/node-crypto.ts';
import { formatTypedCode, isTypedCodeOf, parseTypedCode } from './typed-code.ts';

const headOf = (size: number): TreeHead => ({ size, root: sha256(utf8(`root ${size}`)) });
const heads = [0, 7, 10, 99, 1_234_567, 1_000_000, Number.MAX_SAFE_INTEGER].map(headOf);
const valueOf = ({ size, root }: TreeHead) => ({
  ok: true,
  value: { size, rootStart: root.subarray(0, 20) },
});
const anyHead = fc.record({
  size: fc.oneof(fc.nat(), fc.maxSafeNat()),
  root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
});

test('MRK-22: a typed code has this form for ever', () => {
  const root = sha256(utf8('x'));
  expect(formatTypedCode({ size: 1_234_567, root })).toBe(
    '1234567-5NRH-CGNQ-4TR4-80B2-FJMZ-QB1J-YQ45-63XH-MG',
  );
  expect(formatTypedCode({ size: 0, root: sha256(new Uint8Array(0)) })).toBe(
    '0-WERC-8GMR-ZGE1-96QV-YK49-JVXS-4GKT-WGF4-NX',
  );
});

test('MRK-22: a typed code comes back from what was printed, and is that of its head only', () => {
  fc.assert(
    fc.property(anyHead, anyHead, (head, other) => {
      const parsed = parseTypedCode(formatTypedCode(head));
      expect(parsed).toEqual(valueOf(head));
      expect(parsed.ok && isTypedCodeOf(parsed.value, head)).toBe(true);
      expect(parsed.ok && isTypedCodeOf(parsed.value, { ...other, size: head.size })).toBe(false);
      expect(parsed.ok && isTypedCodeOf(parsed.value, { ...head, size: head.size + 1 })).toBe(
        false,
      );
    }),
  );
});

test('MRK-22: a code is taken as people type it', () => {
  for (const head of heads) {
    const code = formatTypedCode(head);
    const fullWidth = code.replaceAll(/[0-9A-Z]/g, (character) =>
      String.fromCharCode(character.charCodeAt(0) + 0xfee0),
    );
    const typed = [
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      code.replaceAll('-', ' - '),
      code.replaceAll('-', 'ー'),
      code.replaceAll('-', '—'),
      code.replaceAll('1', 'I').replaceAll('0', 'O'),
      code.replaceAll('1', 'l').replaceAll('0', 'o'),
      fullWidth.replaceAll('-', '－'),
      `  ${code}\n`,
      code.replace('-', '~').replaceAll('-', '').replace('~', '-'),
    ];
    for (const text of typed) expect(parseTypedCode(text)).toEqual(valueOf(head));
  }
});

const sizeAndGroups = /^([^-]*)-(.*)$/;
const symbolsOf = (text: string): string => {
  const plain = text.toUpperCase().replaceAll(/[IL]/g, '1').replaceAll('O', '0');
  const [, size = plain, groups = ''] = sizeAndGroups.exec(plain.replaceAll(' ', '-')) ?? [];
  return `${size}-${groups.replaceAll('-', '')}`;
};

test('MRK-23: a printed code with any character replaced is refused, or means the same', () => {
  const keyboard = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabilou- *あ';
  for (const head of heads) {
    const code = formatTypedCode(head);
    for (const changed of withEachCharacterReplaced(code, keyboard)) {
      const meansTheSame = symbolsOf(changed) === symbolsOf(code);
      expect(parseTypedCode(changed).ok).toBe(meansTheSame);
    }
  }
});

test('MRK-23: a printed code with two neighbours exchanged is refused, or means the same', () => {
  for (const head of heads) {
    const code = formatTypedCode(head);
    for (let place = 0; place + 1 < code.length; place += 1) {
      const exchanged = `${code[place + 1] ?? ''}${code[place] ?? ''}`;
      const changed = code.slice(0, place) + exchanged + code.slice(place + 2);
      const meansTheSame = symbolsOf(changed) === symbolsOf(code);
      expect(parseTypedCode(changed).ok).toBe(meansTheSame);
    }
  }
});

test('MRK-23: a code with a character of its groups left out or doubled is refused', () => {
  const code = formatTypedCode(headOf(1_234_567));
  for (let place = 8; place < code.length; place += 1) {
    if (code[place] === '-') continue;
    const without = code.slice(0, place) + code.slice(place + 1);
    expect(parseTypedCode(without)).toEqual({ ok: false, error: 'typed-code-malformed' });
    const doubled = code.slice(0, place) + code.slice(place - (code[place - 1] === '-' ? 0 : 1));
    expect(parseTypedCode(doubled).ok).toBe(doubled === code);
  }
});

test('MRK-22: a code says whether its form or its check is wrong, and is bounded', () => {
  const code = formatTypedCode(headOf(42));
  const malformed = { ok: false, error: 'typed-code-malformed' };
  for (const text of ['', '42', '-', `0${code}`, `-${code}`, code.slice(0, -1), `${code}0`]) {
    expect(parseTypedCode(text)).toEqual(malformed);
  }
  expect(parseTypedCode(code.replace('-', 'U-'))).toEqual(malformed);
  expect(parseTypedCode(`9007199254740992${code.slice(2)}`)).toEqual(malformed);
  expect(parseTypedCode(`${code}${' '.repeat(200)}`)).toEqual(malformed);
  expect(parseTypedCode(`43${code.slice(2)}`)).toEqual({
    ok: false,
    error: 'typed-code-check-failed',
  });
  expect(() => formatTypedCode({ size: -1, root: new Uint8Array(32) })).toThrow(
    'size-out-of-range',
  );
  expect(() => formatTypedCode({ size: 1, root: new Uint8Array(20) })).toThrow('hash-malformed');
});

test('MRK-22: any text is refused or has the meaning of the code it stands for', () => {
  const unit = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ-- '.split(''));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit, minLength: 30 })), (text) => {
      const parsed = parseTypedCode(text);
      if (!parsed.ok) return;
      const { size, rootStart } = parsed.value;
      const root = new Uint8Array(32);
      root.set(rootStart);
      expect(symbolsOf(formatTypedCode({ size, root }))).toBe(symbolsOf(text));
    }),
    { numRuns: 1000 },
  );
});

test('MRK-24: a scanned code holds size and whole root, in the characters QR codes pack best', () => {
  fc.assert(
    fc.property(anyHead, (head) => {
      const code = formatScannedCode(head);
      expect(code).toMatch(/^[0-9]+-[0-9A-Z]{52}$/);
      expect(parseScannedCode(code)).toEqual({ ok: true, value: head });
    }),
  );
});

test('MRK-24: a scanned code is read only as it would be written', () => {
  const head = headOf(1_234_567);
  const code = formatScannedCode(head);
  for (const changed of withEachCharacterReplaced(code, '0A9Ziu- ')) {
    const parsed = parseScannedCode(changed);
    expect(parsed.ok ? formatScannedCode(parsed.value) : changed).toBe(changed);
    expect(parsed).not.toEqual({ ok: true, value: head });
  }
  const refused = { ok: false, error: 'scanned-code-malformed' };
  const last = code.slice(0, -1);
  const wrong = ['', '-', code.toLowerCase(), ` ${code}`, `${code}0`, last, `0${code}`, `${last}Z`];
  for (const text of wrong) expect(parseScannedCode(text)).toEqual(refused);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(parseScannedCode(text)).toEqual(refused);
    }),
  );
});
