import { createPublicKey, hash, randomBytes, verify } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckpointRequest } from '@kanribo/application';
import { commitParticulars } from '@kanribo/evidence';
import { type Result, concatBytes, fromHex, parseContractId, utf8 } from '@kanribo/kernel';
import { createKeys, openKeys } from '@kanribo/keys';
import {
  type Sha256,
  type VerifySignature,
  appendLeaves,
  consistencyProof,
  emptyTree,
  formatTypedCode,
  isTypedCodeOf,
  leafHash,
  openCheckpoint,
  parseTypedCode,
  parseVerifierKey,
  rootAt,
  treeReader,
  verifyConsistency,
} from '@kanribo/merkle';
import { afterEach, expect, test } from 'vitest';
import { importsOf } from '../tidy/imports.ts';
import { filesEnding } from '../tidy/source-tree.ts';
import { isTest } from '../tidy/tests-of.ts';

const sha256: Sha256 = (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer'));
const keyPrefix = fromHex('302a300506032b6570032100') ?? new Uint8Array(0);
const verifyEd25519: VerifySignature = (publicKey, message, signature) => {
  const der = Buffer.from(concatBytes([keyPrefix, publicKey]));
  return verify(
    null,
    message,
    createPublicKey({ key: der, format: 'der', type: 'spki' }),
    signature,
  );
};

function valueOf<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.error)}`);
}

const contractId = valueOf(parseContractId('sample-2026'));
const origin = 'example.test/sample-2026/register/0';

/** A log whose entries are these texts. */
function logOf(texts: readonly string[]) {
  const leaves = texts.map((text) => leafHash(sha256, utf8(text)));
  const { tree, root, tiles } = appendLeaves(sha256, emptyTree, leaves);
  const stored = new Map(tiles.map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
  const reader = treeReader(tree, async ({ level, index }) => stored.get(`${level}/${index}`));
  return { size: texts.length, root, reader };
}
type Log = ReturnType<typeof logOf>;

const honest = Array.from({ length: 300 }, (_, index) => `entry ${index}`);

/** Whether a log can show that it continues what the client holds. */
async function continues(held: Log, log: Log): Promise<boolean> {
  if (log.size < held.size) return false;
  const range = { from: held.size, to: log.size };
  const proof = await consistencyProof(sha256, log.reader, range);
  return verifyConsistency(sha256, { from: held, to: log }, proof);
}

const requestOf = (log: Log, at = origin): CheckpointRequest => ({
  contractId,
  origin: at,
  size: log.size,
  root: log.root,
  rootAt: (size) => rootAt(sha256, log.reader, size),
});

const made: string[] = [];
afterEach(async () => {
  for (const directory of made.splice(0)) await rm(directory, { recursive: true, force: true });
});

async function keysIn(protection: Parameters<typeof createKeys>[0]['protection']) {
  const directory = await mkdtemp(join(tmpdir(), 'kanribo-threats-'));
  made.push(directory);
  const keys = valueOf(await createKeys({ directory, protection }));
  await keys.createContractKeys(contractId);
  return { directory, keys };
}

async function noteOf(log: Log) {
  const { keys } = await keysIn({ kind: 'file' });
  const answer = await keys.signCheckpoint(requestOf(log));
  const key = valueOf(parseVerifierKey(sha256, (await keys.verifierKey(contractId, origin)) ?? ''));
  if (!answer.signed || key.kind !== 'ed25519') throw new Error('not signed');
  return { note: answer.note, key: { ...key, kind: key.kind } };
}

async function bytesBelow(directory: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const name of await readdir(directory, { recursive: true })) {
    const path = join(directory, name);
    if ((await stat(path)).isFile()) parts.push(await readFile(path));
  }
  return Buffer.concat(parts);
}

test('THR-1: keys under a passphrase give no secret away, and open by no other', async () => {
  const passphrase = 'correct horse battery staple';
  const { directory, keys } = await keysIn({ kind: 'passphrase', passphrase });
  const secret = Buffer.from(await keys.evidenceKey(contractId));
  const bytes = await bytesBelow(directory);
  expect(bytes.length).toBeGreaterThan(100);
  for (const form of ['hex', 'base64', 'base64url', 'latin1'] as const) {
    expect(bytes.includes(Buffer.from(secret.toString(form), 'latin1'))).toBe(false);
  }
  expect(bytes.includes(passphrase)).toBe(false);
  expect((await openKeys({ directory, passphrase: `${passphrase}!` })).ok).toBe(false);
  expect((await openKeys({ directory })).ok).toBe(false);
  expect((await openKeys({ directory, passphrase })).ok).toBe(true);
});

test.each([
  ['changed', honest.with(7, 'another entry')],
  ['removed', honest.toSpliced(7, 1)],
  ['put in', honest.toSpliced(7, 0, 'a new entry')],
  ['reordered', honest.with(7, 'entry 8').with(8, 'entry 7')],
  ['cut off', honest.slice(0, 150)],
])('THR-2: an entry before the checkpoint that is %s shows', async (_how, rewritten) => {
  const held = logOf(honest.slice(0, 200));
  expect(await continues(held, logOf(honest))).toBe(true);
  expect(await continues(held, logOf(rewritten))).toBe(false);
});

test('THR-3: a log put back, or rewritten, is not signed again under its origin', async () => {
  const { keys } = await keysIn({ kind: 'file' });
  expect(await keys.signCheckpoint(requestOf(logOf(honest)))).toMatchObject({ signed: true });
  expect(await keys.signCheckpoint(requestOf(logOf(honest.slice(0, 200))))).toMatchObject({
    refusal: { code: 'guard-ahead' },
  });
  expect(
    await keys.signCheckpoint(requestOf(logOf([...honest.with(7, 'another entry'), 'more']))),
  ).toMatchObject({ refusal: { code: 'guard-differs' } });
  expect(await keys.signCheckpoint(requestOf(logOf([...honest, 'more'])))).toMatchObject({
    signed: true,
  });
});

test('THR-4: after the last checkpoint a client holds, a rewritten tail does not show', async () => {
  const held = logOf(honest.slice(0, 200));
  expect(await continues(held, logOf(honest.with(250, 'another entry')))).toBe(true);
  expect(await continues(logOf(honest), logOf(honest.with(250, 'another entry')))).toBe(false);
});

test('THR-5: a checkpoint by another key, for another origin or changed is refused', async () => {
  const log = logOf(honest);
  const { note, key } = await noteOf(log);
  expect(openCheckpoint(verifyEd25519, note, { log: key }).ok).toBe(true);
  const forged = await noteOf(log);
  expect(openCheckpoint(verifyEd25519, forged.note, { log: key }).ok).toBe(false);
  const changes = [
    note.replace('\n300\n', '\n301\n'),
    note.replaceAll('register/0', 'register/1'),
    note.replaceAll('sample-2026', 'other-2026'),
  ];
  for (const changed of changes) {
    expect(changed).not.toBe(note);
    expect(openCheckpoint(verifyEd25519, changed, { log: key }).ok).toBe(false);
  }
});

test('THR-6: a code of a paper with one symbol changed or two exchanged is refused', () => {
  const log = logOf(honest);
  const code = formatTypedCode(log);
  expect(isTypedCodeOf(valueOf(parseTypedCode(code)), log)).toBe(true);
  expect(isTypedCodeOf(valueOf(parseTypedCode(code)), logOf(honest.with(7, 'other')))).toBe(false);
  for (let place = code.indexOf('-') + 1; place < code.length; place += 1) {
    const symbol = code.charAt(place);
    const next = code.charAt(place + 1);
    if (symbol === '-') continue;
    const changed = code.slice(0, place) + (symbol === '7' ? '8' : '7') + code.slice(place + 1);
    expect(parseTypedCode(changed).ok).toBe(false);
    if (next === '' || next === '-' || next === symbol) continue;
    const exchanged = code.slice(0, place) + next + symbol + code.slice(place + 2);
    expect(parseTypedCode(exchanged).ok).toBe(false);
  }
});

/** What waits for callers, looks at their certificates, and the screens' one way to their server. */
const listener = 'apps/server/src/http/app.ts';
const certificates = 'apps/server/src/http/client-certificate.ts';
const sameOrigin = 'apps/web/src/api/call.ts';
/** Listens for a moment, to learn which port is free. */
const portChooser = 'apps/cli/src/serving/settled-port.ts';

test('THR-7: nothing calls out, and only the store connects to anything', () => {
  const sources = filesEnding('.ts')
    .filter(({ path }) => /^(?:packages|apps)\/[^/]+\/src\//.test(path))
    .filter(({ path }) => !isTest(path));
  const outward = /^(?:node:)?(?:https?|http2|tls|dns|dgram|inspector|undici|ws)(?:\/.*)?$/;
  const callers = sources.filter(
    (file) =>
      importsOf(file).some((module) => outward.test(module)) ||
      /\bfetch\(|\bnew (?:WebSocket|EventSource|XMLHttpRequest)\b/.test(file.text),
  );
  expect(callers.map(({ path }) => path)).toEqual([listener, certificates, sameOrigin]);
  const listening = callers.find(({ path }) => path === listener)?.text ?? '';
  const taken = Array.from(
    listening.matchAll(/import \{([^}]*)\} from 'node:https?'/g),
    ([, names]) => names?.trim(),
  );
  expect(taken).toEqual(['createServer', 'createServer as createTlsServer']);
  const looking = callers.find(({ path }) => path === certificates)?.text ?? '';
  expect(looking.match(/import .* from 'node:tls'/g)).toEqual([
    "import { TLSSocket } from 'node:tls'",
  ]);
  expect(looking).not.toMatch(/new TLSSocket|\bconnect\(/);
  const asking = callers.find(({ path }) => path === sameOrigin)?.text ?? '';
  expect(asking.match(/\bfetch\(/g)).toHaveLength(1);
  expect(asking).toContain('fetch(addressOf(');
  const connecting = sources.filter(
    (file) =>
      importsOf(file).some((module) => /^pg(?:$|[/-])/.test(module)) ||
      /\b(?:connect|createConnection|createServer)\b[^;]* from 'node:net'/.test(file.text),
  );
  expect(connecting.length).toBeGreaterThan(0);
  const beside = connecting.filter(({ path }) => !path.startsWith('packages/store/'));
  expect(beside.map(({ path }) => path)).toEqual([portChooser]);
  expect(beside[0]?.text).toContain("import { createServer } from 'node:net';");
});

test('THR-8: the commitment to particulars does not tell the same name twice', () => {
  const text = '{"name":"山田 花子"}';
  const commitments = Array.from({ length: 100 }, () =>
    commitParticulars(sha256, { salt: new Uint8Array(randomBytes(16)), text }),
  );
  expect(new Set(commitments).size).toBe(100);
  expect(commitments).not.toContain(hash('sha256', text));
});
