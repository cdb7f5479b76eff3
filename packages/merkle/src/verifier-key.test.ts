import { toBase64, toHex } from '@kanribo/kernel';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withEachCharacterReplaced } from './testing/flipped.ts';
import { sha256, signerOf } from './testing/node-crypto.ts';
import { formatVerifierKey, isKeyName, parseVerifierKey, verifierKeyOf } from './verifier-key.ts';

const published = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';

// Sources: C2SP signed-note v1.0.0; transparency-dev/formats, note/note_cosigv1_test.go.
test.each([
  [published, 'ed25519'],
  ['TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6', 'ed25519'],
  ['remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2', 'cosignature'],
])('MRK-13: the published key %s is read, and written as it was', (text, kind) => {
  const parsed = parseVerifierKey(sha256, text);
  expect(parsed.ok && parsed.value.kind).toBe(kind);
  expect(parsed.ok && formatVerifierKey(parsed.value)).toBe(text);
});

test('MRK-13: a key has its own ID for each name and each use', () => {
  const { publicKey } = signerOf('ed25519', 'a', 1).key;
  const named = (name: string, kind: 'ed25519' | 'cosignature') =>
    verifierKeyOf(sha256, { name, kind, publicKey });
  const keys = [named('a', 'ed25519'), named('b', 'ed25519'), named('a', 'cosignature')];
  expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(3);
  for (const key of keys) {
    expect(parseVerifierKey(sha256, formatVerifierKey(key))).toEqual({ ok: true, value: key });
  }
});

test('MRK-13: a key with any character changed is refused', () => {
  for (const changed of withEachCharacterReplaced(published, 'a0+/=A \n')) {
    expect(parseVerifierKey(sha256, changed).ok).toBe(false);
  }
  for (let length = 0; length < published.length; length += 1) {
    expect(parseVerifierKey(sha256, published.slice(0, length)).ok).toBe(false);
  }
});

test('MRK-13: the code says why a key is refused', () => {
  const problemOf = (text: string) => {
    const parsed = parseVerifierKey(sha256, text);
    return parsed.ok ? undefined : parsed.error;
  };
  const encoded = published.slice('example.com/foo+530d903a+'.length);
  expect(problemOf('example.com/foo')).toBe('verifier-key-malformed');
  expect(problemOf(`${published}${'A'.repeat(400)}`)).toBe('verifier-key-malformed');
  expect(problemOf(`example.com/foo+530D903A+${encoded}`)).toBe('verifier-key-malformed');
  expect(problemOf(`a b+530d903a+${encoded}`)).toBe('verifier-key-name-malformed');
  expect(problemOf(`example.com/bar+530d903a+${encoded}`)).toBe('verifier-key-id-differs');
  expect(problemOf(`a+530d903a+${toBase64(new Uint8Array(33).fill(6))}`)).toBe(
    'verifier-key-type-unknown',
  );
  expect(problemOf(`a+530d903a+${toBase64(new Uint8Array(32).fill(1))}`)).toBe(
    'verifier-key-malformed',
  );
});

test('MRK-13: a name holds no space of any kind, no control and no plus', () => {
  const refused = ['', ' ', 'a b', 'a+b', 'a\u00a0b', 'a\u3000b', 'a\u0085b', 'a\nb', 'a\u0007'];
  for (const name of [...refused, 'a'.repeat(256), '\ud800']) {
    expect(isKeyName(name)).toBe(false);
    const publicKey = new Uint8Array(32);
    expect(() => verifierKeyOf(sha256, { name, kind: 'ed25519', publicKey })).toThrow(
      'key-malformed',
    );
  }
  for (const name of ['a', 'kanribo.example/nerima-2026/register/0', '練馬', 'a'.repeat(255)]) {
    expect(isKeyName(name)).toBe(true);
  }
  const short = { name: 'a', kind: 'ed25519', publicKey: new Uint8Array(31) } as const;
  expect(() => verifierKeyOf(sha256, short)).toThrow('key-malformed');
});

test('MRK-13: any text is read as it would be written, or refused', () => {
  const hex = fc.uint8Array({ minLength: 4, maxLength: 4 }).map(toHex);
  const part = fc.oneof(fc.string({ unit: 'binary' }), hex, fc.base64String(), fc.constant('AQ=='));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
      const text = parts.join('+');
      const parsed = parseVerifierKey(sha256, text);
      expect(parsed.ok ? formatVerifierKey(parsed.value) : text).toBe(text);
    }),
  );
});
