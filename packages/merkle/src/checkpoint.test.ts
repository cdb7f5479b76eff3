import { toBase64 } from '@kanribo/kernel';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  readUncheckedCheckpoint,
  signCheckpoint,
} from './checkpoint.ts';
import { emptyRoot } from './hash.ts';
import { joinNote } from './note.ts';
import { cosignNote, signNote } from './sign-note.ts';
import type { VerifySignature } from './signature.ts';
import { withEachCharacterReplaced } from './testing/flipped.ts';
import { sha256, signerOf, verifyEd25519 } from './testing/node-crypto.ts';
import { sampleLog } from './testing/sample-log.ts';

const origin = 'kanribo.example/nerima-2026/register/0';
const log = signerOf('ed25519', origin, 1);
const witness = signerOf('cosignature', 'nerima.example', 2);
const checkpoint = { origin, size: 300, root: sampleLog(sha256, 300).root };
const keys = { log: log.key, witnesses: [witness.key] };
const refused = (error: string) => ({ ok: false, error });
const open = (note: string, known: Parameters<typeof openCheckpoint>[2] = keys) =>
  openCheckpoint(verifyEd25519, note, known);

// Source: C2SP tlog-checkpoint, its first example.
const published =
  'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const publishedSignature =
  '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv' +
  '2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n';

test('MRK-17: the published checkpoint is read, and written as it was', () => {
  const parsed = parseCheckpoint(published);
  expect(parsed.ok && parsed.value.origin).toBe('example.com/behind-the-sofa');
  expect(parsed.ok && parsed.value.size).toBe(20_852_163);
  expect(parsed.ok && formatCheckpoint(parsed.value)).toBe(published);
  expect(readUncheckedCheckpoint(`${published}\n${publishedSignature}`)).toEqual(parsed);
  expect(readUncheckedCheckpoint(published)).toEqual(refused('note-malformed'));
});

test('MRK-17: the empty log has the published root, and no other', () => {
  const empty = { origin, size: 0, root: emptyRoot(sha256) };
  const text = formatCheckpoint(empty);
  expect(text).toBe(`${origin}\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`);
  expect(parseCheckpoint(text)).toEqual({ ok: true, value: empty });
  const other = formatCheckpoint({ ...empty, root: checkpoint.root });
  expect(parseCheckpoint(other)).toEqual(refused('checkpoint-root-malformed'));
});

test('MRK-17: only the exact three lines are a checkpoint', () => {
  const root = toBase64(checkpoint.root);
  const shapes = ['', '\n', `${origin}\n300\n`, `${origin}\n300\n${root}`, `${published}more\n`];
  for (const text of [...shapes, `${published}\n`, `${origin}\n300\n${root}\n\n`]) {
    expect(parseCheckpoint(text)).toEqual(refused('checkpoint-malformed'));
  }
  for (const name of ['', 'a b', 'a+b', 'a'.repeat(256)]) {
    const text = `${name}\n300\n${root}\n`;
    expect(parseCheckpoint(text)).toEqual(refused('checkpoint-origin-malformed'));
  }
  for (const size of [
    '',
    '-1',
    '+1',
    '01',
    '00',
    '1.0',
    '1e3',
    '0x1',
    ' 1',
    '１',
    '9'.repeat(16),
  ]) {
    const text = `${origin}\n${size}\n${root}\n`;
    expect(parseCheckpoint(text)).toEqual(refused('checkpoint-size-malformed'));
  }
  const short = toBase64(checkpoint.root.subarray(1));
  for (const hash of ['', 'AA==', short, root.slice(0, -1), `${root} `, `${root}=`]) {
    const text = `${origin}\n300\n${hash}\n`;
    expect(parseCheckpoint(text)).toEqual(refused('checkpoint-root-malformed'));
  }
});

test('MRK-17: sizes to 2^53 − 1 are counted, and what cannot be written is a fault', () => {
  const largest = { ...checkpoint, size: Number.MAX_SAFE_INTEGER };
  expect(parseCheckpoint(formatCheckpoint(largest))).toEqual({ ok: true, value: largest });
  const beyond = formatCheckpoint(largest).replace('9007199254740991', '9007199254740992');
  expect(parseCheckpoint(beyond)).toEqual(refused('checkpoint-size-malformed'));
  expect(() => formatCheckpoint({ ...checkpoint, size: -1 })).toThrow('size-out-of-range');
  expect(() => formatCheckpoint({ ...checkpoint, origin: 'a b' })).toThrow('key-malformed');
  const root = new Uint8Array(31);
  expect(() => formatCheckpoint({ ...checkpoint, root })).toThrow('hash-malformed');
});

test('MRK-17: any text is read as it would be written, or refused', () => {
  const part = fc.oneof(
    fc.constantFrom(origin, '0', '300', toBase64(checkpoint.root), ''),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const text = `${parts.join('\n')}\n`;
      const parsed = parseCheckpoint(text);
      expect(parsed.ok ? formatCheckpoint(parsed.value) : text).toBe(text);
      expect(open(text).ok).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test('MRK-18: a checkpoint signed by its log opens', () => {
  const note = signCheckpoint(checkpoint, log);
  expect(open(note)).toEqual({ ok: true, value: { checkpoint, cosignatures: [] } });
  expect(open(note, { log: log.key }).ok).toBe(true);
});

test('MRK-18: a checkpoint of another origin is refused, though the key has signed it', () => {
  const other = { ...checkpoint, origin: 'kanribo.example/nerima-2026/register/1' };
  expect(open(signNote(formatCheckpoint(other), [log]))).toEqual(
    refused('checkpoint-origin-differs'),
  );
  expect(() => signCheckpoint(other, log)).toThrow('key-malformed');
});

test('MRK-18: cosignatures alone do not open a checkpoint', () => {
  const stranger = signerOf('ed25519', 'example.com/stranger', 9);
  const cosigned = cosignNote(signNote(formatCheckpoint(checkpoint), [stranger]), witness, 5);
  expect(cosigned.ok && open(cosigned.value)).toEqual(refused('checkpoint-unsigned'));
  const note = signNote(formatCheckpoint(checkpoint), [stranger]);
  expect(open(note)).toEqual(refused('note-unsigned'));
});

test('MRK-18: what the log has signed that is no checkpoint is refused', () => {
  expect(open(signNote('text\n', [log]))).toEqual(refused('checkpoint-malformed'));
  const extended = signNote(`${formatCheckpoint(checkpoint)}extension\n`, [log]);
  expect(open(extended)).toEqual(refused('checkpoint-malformed'));
});

test('MRK-18: a signed checkpoint with any character changed is refused', () => {
  const note = signCheckpoint(checkpoint, log);
  for (const changed of withEachCharacterReplaced(note, 'a0=\n ')) {
    expect(open(changed).ok).toBe(false);
  }
});

test('MRK-19: a cosignature stands as the C2SP example: key ID, time, signature', () => {
  const line =
    'witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b' +
    '2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==';
  const messages: string[] = [];
  const { key } = signerOf('cosignature', 'witness.example.com/w1', 3);
  const opened = openCheckpoint(
    (_publicKey, message) => messages.push(Buffer.from(message).toString('utf8')) > 0,
    `${published}\n${publishedSignature}— ${line}\n`,
    {
      log: { ...log.key, name: 'example.com/behind-the-sofa', keyId: '033de0ae' },
      witnesses: [{ ...key, keyId: '8d66cf3f' }],
    },
  );
  expect(opened.ok && opened.value.cosignatures).toEqual([
    { name: 'witness.example.com/w1', keyId: '8d66cf3f', time: 1_679_315_147 },
  ]);
  expect(messages).toEqual([published, `cosignature/v1\ntime 1679315147\n${published}`]);
});

test('MRK-19: a cosigned checkpoint opens and says which witness has seen it when', () => {
  const note = signCheckpoint(checkpoint, log);
  const once = cosignNote(note, witness, 1_795_392_000);
  const twice = once.ok ? cosignNote(once.value, witness, 1_795_478_400) : once;
  const opened = twice.ok ? open(twice.value) : twice;
  const { name, keyId } = witness.key;
  expect(opened).toEqual({
    ok: true,
    value: {
      checkpoint,
      cosignatures: [
        { name, keyId, time: 1_795_392_000 },
        { name, keyId, time: 1_795_478_400 },
      ],
    },
  });
  const unknown = twice.ok ? open(twice.value, { log: log.key }) : twice;
  expect(unknown).toEqual({ ok: true, value: { checkpoint, cosignatures: [] } });
});

test('MRK-19: a cosignature with any bit changed, its time too, refuses the checkpoint', () => {
  const cosigned = cosignNote(signCheckpoint(checkpoint, log), witness, 1_795_392_000);
  const note = cosigned.ok ? cosigned.value : '';
  const start = note.lastIndexOf(' ') + 1;
  const bytes = Buffer.from(note.slice(start).trim(), 'base64');
  for (let bit = 32; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const spoilt = `${note.slice(0, start)}${changed.toString('base64')}\n`;
    expect(open(spoilt)).toEqual(refused('note-signature-invalid'));
  }
});

test('MRK-19: a signature of another length is refused and not handed on', () => {
  const strict: VerifySignature = (publicKey, message, signature) => {
    if (signature.length !== 64) throw new TypeError('64 bytes are needed');
    return verifyEd25519(publicKey, message, signature);
  };
  const text = formatCheckpoint(checkpoint);
  for (const { name, keyId } of [log.key, witness.key]) {
    for (const length of [1, 7, 8, 63, 65, 71, 73, 2428]) {
      const signatures = [{ name, keyId, signature: new Uint8Array(length) }];
      const opened = openCheckpoint(strict, joinNote({ text, signatures }), keys);
      expect(opened).toEqual(refused('note-signature-invalid'));
    }
  }
});

test('MRK-19: a time beyond 2^53 − 1 seconds is refused, whoever has signed it', () => {
  const cosigned = cosignNote(signCheckpoint(checkpoint, log), witness, Number.MAX_SAFE_INTEGER);
  expect(cosigned.ok && open(cosigned.value).ok).toBe(true);
  const { name, keyId } = witness.key;
  const signature = new Uint8Array(72).fill(0x7f);
  const text = formatCheckpoint(checkpoint);
  const note = joinNote({ text, signatures: [{ name, keyId, signature }] });
  const opened = openCheckpoint(() => true, note, keys);
  expect(opened).toEqual(refused('note-signature-invalid'));
});

test('MRK-19: a log signature does not pass for a cosignature, nor the other way', () => {
  const asWitness = signerOf('cosignature', origin, 1);
  const text = formatCheckpoint(checkpoint);
  const { name, keyId } = asWitness.key;
  const forged = signNote(text, [{ key: { ...log.key, name, keyId }, sign: log.sign }]);
  const result = openCheckpoint(verifyEd25519, forged, { ...keys, witnesses: [asWitness.key] });
  expect(result).toEqual(refused('note-signature-invalid'));
});

test('MRK-19: a time that is no whole number of seconds, or no note, is not cosigned', () => {
  const note = signCheckpoint(checkpoint, log);
  for (const time of [-1, 0.5, Number.NaN, 2 ** 53]) {
    expect(() => cosignNote(note, witness, time)).toThrow('size-out-of-range');
  }
  expect(cosignNote('text\n', witness, 1)).toEqual(refused('note-malformed'));
});
