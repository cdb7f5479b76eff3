import { toBase64 } from '@kanribo/kernel';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { signCheckpoint } from './checkpoint.ts';
import { inclusionProof } from './inclusion.ts';
import { formatLogProof, openLogProof, parseLogProof } from './log-proof.ts';
import { withEachCharacterReplaced } from './testing/flipped.ts';
import { sha256, signerOf, verifyEd25519 } from './testing/node-crypto.ts';
import { sampleLog } from './testing/sample-log.ts';

const origin = 'kanribo.example/nerima-2026/register/0';
const log = signerOf('ed25519', origin, 1);
const { reader, root, leaves } = sampleLog(sha256, 300);
const [leaf = new Uint8Array(0), nextLeaf = leaf] = leaves.slice(273);
const hashes = await inclusionProof(sha256, reader, { index: 273, size: 300 });
const checkpoint = signCheckpoint({ origin, size: 300, root }, log);
const proof = { index: 273, hashes, checkpoint };
const text = formatLogProof(proof);
const refused = (error: string) => ({ ok: false, error });
const open = (claimed: string, leafHash = leaf) => {
  const tools = { sha256, verify: verifyEd25519 };
  return openLogProof(tools, { proof: claimed, leafHash }, { log: log.key });
};

test('MRK-20: a log proof is the C2SP text: header, index, hashes, empty line, checkpoint', () => {
  const lines = hashes.map((hash) => `${toBase64(hash)}\n`).join('');
  expect(text).toBe(`c2sp.org/tlog-proof@v1\nindex 273\n${lines}\n${checkpoint}`);
  expect(parseLogProof(text)).toEqual({ ok: true, value: proof });
  const extra = Uint8Array.of(1, 2, 3);
  const withExtra = formatLogProof({ ...proof, extra });
  expect(withExtra).toBe(text.replace('\n', '\nextra AQID\n'));
  expect(parseLogProof(withExtra)).toEqual({ ok: true, value: { ...proof, extra } });
});

test('MRK-20: a log proof shows its entry under the checkpoint it holds', () => {
  expect(open(text)).toEqual({
    ok: true,
    value: { index: 273, checkpoint: { origin, size: 300, root }, cosignatures: [] },
  });
  const single = sampleLog(sha256, 1);
  const note = signCheckpoint({ origin, size: 1, root: single.root }, log);
  const alone = formatLogProof({ index: 0, hashes: [], checkpoint: note });
  expect(open(alone, single.root).ok).toBe(true);
});

test('MRK-20: it shows no other entry and no other place', () => {
  expect(open(text, nextLeaf)).toEqual(refused('log-proof-does-not-hold'));
  const moved = formatLogProof({ ...proof, index: 274 });
  expect(open(moved)).toEqual(refused('log-proof-does-not-hold'));
  const beyond = formatLogProof({ ...proof, index: 300 });
  expect(open(beyond)).toEqual(refused('log-proof-does-not-hold'));
  const short = formatLogProof({ ...proof, hashes: hashes.slice(1) });
  expect(open(short)).toEqual(refused('log-proof-does-not-hold'));
  const otherKey = { log: signerOf('ed25519', origin, 2).key };
  const tools = { sha256, verify: verifyEd25519 };
  const unknown = openLogProof(tools, { proof: text, leafHash: leaf }, otherKey);
  expect(unknown).toEqual(refused('note-unsigned'));
});

test('MRK-20: a log proof with any character changed is refused', () => {
  for (const changed of withEachCharacterReplaced(text, 'a0=\n ')) {
    expect(open(changed).ok).toBe(false);
  }
});

// Source of the first seven: transparency-dev/merkle, proof/tlog_proof_test.go.
test.each([
  'wrong-header\nindex 0\n\ncheckpoint\n',
  'c2sp.org/tlog-proof@v1\nextra !!notbase64!!\nindex 0\n\ncheckpoint\n',
  'c2sp.org/tlog-proof@v1\n\n\ncheckpoint\n',
  'c2sp.org/tlog-proof@v1\nindex notanumber\n\ncheckpoint\n',
  'c2sp.org/tlog-proof@v1\nindex -5\n\ncheckpoint\n',
  'c2sp.org/tlog-proof@v1\nindex 0\n!!notbase64!!\n\ncheckpoint\n',
  `c2sp.org/tlog-proof@v1\nindex 0\n${toBase64(new Uint8Array(64))}\n\ncheckpoint\n`,
  '',
  'c2sp.org/tlog-proof@v1\nindex 0\ncheckpoint\n',
  'c2sp.org/tlog-proof@v1\nextra \nindex 0\n\ncheckpoint\n',
  'c2sp.org/tlog-proof@v1\nextra AQID\n\ncheckpoint\n',
  'c2sp.org/tlog-proof@v1\nindex 0\nextra AQID\n\ncheckpoint\n',
  'c2sp.org/tlog-proof@v1\nindex 00\n\ncheckpoint\n',
  'c2sp.org/tlog-proof@v1\r\nindex 0\n\ncheckpoint\n',
  `c2sp.org/tlog-proof@v1\nindex 0\n${`${toBase64(root)}\n`.repeat(64)}\ncheckpoint\n`,
])('MRK-20: %j is no log proof', (wrong) => {
  expect(parseLogProof(wrong)).toEqual(refused('log-proof-malformed'));
});

test('MRK-20: a log proof is bounded, in reading and in writing', () => {
  const lengthy = `c2sp.org/tlog-proof@v1\nextra ${'A'.repeat(200_000)}\nindex 0\n\nx`;
  expect(parseLogProof(lengthy)).toEqual(refused('log-proof-too-long'));
  expect(parseLogProof('\n'.repeat(2_000_000))).toEqual(refused('log-proof-too-long'));
  const extra = new Uint8Array(200_000);
  expect(() => formatLogProof({ ...proof, extra })).toThrow('proof-malformed');
  expect(() => formatLogProof({ ...proof, extra: new Uint8Array(0) })).toThrow('proof-malformed');
  const many = Array.from({ length: 64 }, () => root);
  expect(() => formatLogProof({ ...proof, hashes: many })).toThrow('proof-malformed');
});

test('MRK-20: any text is read as it would be written, or refused', () => {
  const line = fc.constantFrom(
    'c2sp.org/tlog-proof@v1',
    'extra AQID',
    'index 0',
    'index 273',
    toBase64(root),
    '',
  );
  const lines = fc.array(fc.oneof({ weight: 4, arbitrary: line }, fc.string()), { maxLength: 7 });
  fc.assert(
    fc.property(lines, (some) => {
      const claimed = ['c2sp.org/tlog-proof@v1', ...some].join('\n');
      const parsed = parseLogProof(claimed);
      expect(parsed.ok ? formatLogProof(parsed.value) : claimed).toBe(claimed);
      expect(open(claimed).ok).toBe(false);
    }),
    { numRuns: 1000 },
  );
});
