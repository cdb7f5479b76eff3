import { toBase64 } from '@kanribo/kernel';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinNote, splitNote } from './note.ts';
import { openNote } from './open-note.ts';
import { signNote } from './sign-note.ts';
import { withEachCharacterReplaced } from './testing/flipped.ts';
import { sha256, signerOf, verifyEd25519 } from './testing/node-crypto.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';

const alice = signerOf('ed25519', 'example.com/alice', 1);
const bob = signerOf('ed25519', 'example.com/bob', 2);
const open = (note: string, ...keys: readonly VerifierKey[]) => openNote(verifyEd25519, note, keys);
const refused = (error: string) => ({ ok: false, error });

// Source: C2SP signed-note v1.0.0, the same in golang.org/x/mod/sumdb/note.
const publishedKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const publishedNote =
  'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2' +
  'ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

const keyOf = (text: string): readonly VerifierKey[] => {
  const parsed = parseVerifierKey(sha256, text);
  return parsed.ok ? [parsed.value] : [];
};

test('MRK-14: the published note opens with the published key', () => {
  const opened = open(publishedNote, ...keyOf(publishedKey));
  expect(opened.ok && opened.value.text).toBe('This is an example message.\n');
  expect(opened.ok && opened.value.signatures).toHaveLength(1);
});

test('MRK-14: a note opens with each of its signers, and says which signatures hold', () => {
  const note = signNote('text\n', [alice, bob]);
  const opened = open(note, alice.key);
  expect(opened.ok && opened.value.signatures).toEqual([{ kind: 'ed25519', key: alice.key }]);
  expect(opened.ok && opened.value.unknown.map(({ name }) => name)).toEqual(['example.com/bob']);
  const both = open(note, bob.key, alice.key);
  expect(both.ok && both.value.signatures.map(({ key }) => key)).toEqual([alice.key, bob.key]);
});

test('MRK-14: the signatures begin after the last empty line; the text may hold others', () => {
  const text =
    'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito\n';
  const opened = open(signNote(text, [alice]), alice.key);
  expect(opened.ok && opened.value.text).toBe(text);
  for (const other of ['\n', '\n\n', 'a\n\n', '\n\na\n', '— example.com/alice AAAAAAAA\n']) {
    const again = open(signNote(other, [alice]), alice.key);
    expect(again.ok && again.value.text).toBe(other);
  }
});

test('MRK-14: signatures of unknown keys are ignored, with the same name or the same ID too', () => {
  const note = signNote('text\n', [alice]);
  const signature = new Uint8Array(64);
  const { name, keyId } = alice.key;
  const strangers = [
    { name, keyId: bob.key.keyId, signature },
    { name: 'example.com/other', keyId, signature },
    { name: 'example.com/post-quantum', keyId: '00000000', signature: new Uint8Array(2420) },
    { name: 'example.com/tiny', keyId: '00000000', signature: new Uint8Array(1) },
  ];
  const split = splitNote(note);
  if (!split.ok) expect.fail('the note is there');
  const crowded = joinNote({
    text: split.value.text,
    signatures: [...strangers, ...split.value.signatures],
  });
  const opened = open(crowded, alice.key);
  expect(opened.ok && opened.value.signatures).toHaveLength(1);
  expect(opened.ok && opened.value.unknown).toEqual(strangers);
});

test('MRK-14: a false signature of a known key refuses the note, whatever else it bears', () => {
  const split = splitNote(signNote('text\n', [alice, bob]));
  if (!split.ok) expect.fail('the note is there');
  const { text, signatures } = split.value;
  const { name, keyId } = bob.key;
  for (const signature of [new Uint8Array(64), new Uint8Array(63), new Uint8Array(72)]) {
    const spoilt = joinNote({ text, signatures: [...signatures, { name, keyId, signature }] });
    expect(open(spoilt, alice.key, bob.key)).toEqual(refused('note-signature-invalid'));
    expect(open(spoilt, alice.key).ok).toBe(true);
  }
});

test('MRK-14: a note without a signature of a known key is refused', () => {
  const note = signNote('text\n', [alice]);
  expect(open(note, bob.key)).toEqual(refused('note-unsigned'));
  expect(open(note)).toEqual(refused('note-unsigned'));
});

test('MRK-15: the published note with any character changed is refused', () => {
  const keys = keyOf(publishedKey);
  for (const changed of withEachCharacterReplaced(publishedNote, 'aA+/=—\n 0\u0000')) {
    expect(open(changed, ...keys).ok).toBe(false);
  }
});

test('MRK-15: the published note with any bit of any byte changed is refused', () => {
  const keys = keyOf(publishedKey);
  const bytes = Buffer.from(publishedNote);
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(open(changed.toString('utf8'), ...keys).ok).toBe(false);
  }
});

test('MRK-15: the published note cut anywhere or lengthened is refused', () => {
  const keys = keyOf(publishedKey);
  for (let length = 0; length < publishedNote.length; length += 1) {
    expect(open(publishedNote.slice(0, length), ...keys).ok).toBe(false);
  }
  for (const more of ['\n', ' ', 'a', '— ', '\n\n', '\u0000', '— a AAAA\n', '— a AAAAAAA=\n\n']) {
    expect(open(publishedNote + more, ...keys).ok).toBe(false);
  }
});

test('MRK-16: only the exact form of a note is read', () => {
  const bytes = toBase64(new Uint8Array(68));
  const lines = [
    `- name ${bytes}`,
    `—name ${bytes}`,
    `—  name ${bytes}`,
    `— name  ${bytes}`,
    `— name ${bytes} `,
    `— na me ${bytes}`,
    `— na+me ${bytes}`,
    `— na\u3000me ${bytes}`,
    `— ${bytes}`,
    `— name ${bytes.replace('=', '')}`,
    `— name ${bytes.slice(0, -2)}B=`,
    `— name AAAAAA==`,
    `— name -_${bytes}`,
    `\r— name ${bytes}`,
    '',
  ];
  for (const line of lines) {
    expect(splitNote(`text\n\n${line}\n`)).toEqual(refused('note-malformed'));
  }
  const sound = `text\n\n— name ${bytes}\n`;
  expect(splitNote(sound).ok).toBe(true);
  for (const wrong of [
    sound.trim(),
    `te\txt\n\n— n ${bytes}\n`,
    `\ud800${sound}`,
    `\n${bytes}\n`,
  ]) {
    expect(splitNote(wrong)).toEqual(refused('note-malformed'));
  }
});

test('MRK-16: a note has at most 100 signatures and a million characters; 16 always fit', () => {
  const line = `— name ${toBase64(new Uint8Array(4 + 4900))}\n`;
  const note = (count: number) => `text\n\n${line.repeat(count)}`;
  expect(splitNote(note(16)).ok).toBe(true);
  expect(splitNote(note(100)).ok).toBe(true);
  expect(splitNote(note(101))).toEqual(refused('note-too-long'));
  expect(splitNote('a'.repeat(1_000_001))).toEqual(refused('note-too-long'));
});

test('MRK-16: any text is read as it would be written, or refused; nothing throws', () => {
  const line = fc
    .tuple(fc.constantFrom('a', 'example.com/alice', 'a b', ''), fc.uint8Array({ maxLength: 80 }))
    .map(([name, bytes]) => `— ${name} ${toBase64(bytes)}\n`);
  const part = fc.oneof(line, fc.constantFrom('\n', '\n\n', 'text\n', '—'), fc.string());
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const note = parts.join('');
      const split = splitNote(note);
      expect(split.ok ? joinNote(split.value) : note).toBe(note);
      expect(open(note, alice.key).ok).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test('MRK-16: a text that cannot be signed is a fault', () => {
  for (const text of ['', 'a', 'a\r\n', 'a\u0000\n', '\ud800\n', '\ta\n']) {
    expect(() => signNote(text, [alice])).toThrow('note-text-malformed');
  }
  const idle = { key: alice.key, sign: () => new Uint8Array(63) };
  expect(() => signNote('a\n', [idle])).toThrow('signature-malformed');
  const signature = new Uint8Array(64);
  for (const [name, keyId] of [
    ['a b', '00000000'],
    ['a', '0000'],
    ['a', 'ABCDEF01'],
  ] as const) {
    const note = { text: 'a\n', signatures: [{ name, keyId, signature }] };
    expect(() => joinNote(note)).toThrow('key-malformed');
  }
});
