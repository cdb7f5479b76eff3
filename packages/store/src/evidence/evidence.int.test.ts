import { createHash, randomBytes } from 'node:crypto';
import type { ContractId } from '@kanribo/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { openStore } from '../store.ts';
import { type TestDatabase, createTestDatabase } from '../testing/index.ts';
import { collect, newContractId } from '../testing/samples.ts';
import { chunkBytes } from './chunk.ts';
import { largestEvidenceBytes } from './keep.ts';

let place: TestDatabase;
let database: Database;

/** Each contract has a key of its own. */
const keyOf = async (contractId: ContractId) => createHash('sha256').update(contractId).digest();
const store = () => openStore(database, keyOf);

beforeAll(async () => {
  place = await createTestDatabase();
  database = await openDatabase({ url: place.url });
});

afterAll(async () => {
  await database.close();
  await place.close();
});

async function* inParts(bytes: Uint8Array, partBytes = 100_000): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += partBytes) {
    yield bytes.subarray(start, start + partBytes);
  }
}

async function readBack(contractId: ContractId, digest: string): Promise<Buffer> {
  const found = await store().evidence(contractId, digest);
  if (found === undefined) throw new Error('not there');
  return Buffer.concat(await collect(found));
}

const sizes = [0, 1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 2 * chunkBytes, 2_500_000];

test.each(sizes)('STO-17: %i bytes come back under their SHA-256', async (size) => {
  const contractId = newContractId();
  const bytes = randomBytes(size);
  const digest = await store().keep(contractId, inParts(bytes));
  expect(digest).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect((await readBack(contractId, digest)).equals(bytes)).toBe(true);
});

test('STO-17: kept twice, even at once, it is there once; other contracts do not see it', async () => {
  const contractId = newContractId();
  const bytes = randomBytes(3 * chunkBytes);
  const keeping = [1, 2, 3].map(() => store().keep(contractId, inParts(bytes)));
  const digests = await Promise.all(keeping);
  const again = await store().keep(contractId, inParts(bytes));
  expect(new Set([...digests, again]).size).toBe(1);
  expect((await readBack(contractId, again)).equals(bytes)).toBe(true);
  const rows = await place.asOwner((client) =>
    client.query('SELECT FROM kanribo.evidence WHERE contract_id = $1', [contractId]),
  );
  expect(rows.rowCount).toBe(3);
  expect(await store().evidence(newContractId(), again)).toBeUndefined();
});

test('STO-17: the digests of a contract are listed in order; what is no digest is not there', async () => {
  const contractId = newContractId();
  const digests = [];
  for (const text of ['a', 'b', 'c', 'd']) {
    digests.push(await store().keep(contractId, inParts(Buffer.from(text))));
  }
  expect(await store().evidenceDigests(contractId)).toEqual(digests.toSorted());
  expect(await store().evidence(contractId, 'ff')).toBeUndefined();
  expect(await store().evidence(contractId, 'f'.repeat(64))).toBeUndefined();
});

test('STO-17: a part the caller uses again after handing it over does no harm', async () => {
  const contractId = newContractId();
  const reused = new Uint8Array(4);
  async function* reusing(): AsyncGenerator<Uint8Array> {
    yield reused.fill(1);
    yield reused.fill(2);
  }
  const digest = await store().keep(contractId, reusing());
  expect([...(await readBack(contractId, digest))]).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
});

test('STO-18: nothing of the bytes stands in the table', async () => {
  const contractId = newContractId();
  const bytes = Buffer.alloc(5000, 'the name on this scan ');
  await store().keep(contractId, inParts(bytes));
  const query = 'SELECT chunk FROM kanribo.evidence WHERE contract_id = $1';
  const { rows } = await place.asOwner((client) =>
    client.query<[Buffer]>({ text: query, values: [contractId], rowMode: 'array' }),
  );
  expect(rows[0]?.[0].includes('the name')).toBe(false);
});

const flipped = (offset: string) =>
  `UPDATE kanribo.evidence SET chunk = set_byte(chunk, ${offset}, get_byte(chunk, ${offset}) # 1)
   WHERE contract_id = $1 AND position = 1`;

test.each([
  ['a nonce', flipped('0'), 1],
  ['a byte', flipped('500'), 1],
  ['a tag', flipped('octet_length(chunk) - 1'), 1],
  [
    'a chunk too short to be one',
    `UPDATE kanribo.evidence SET chunk = '\\x00'
    WHERE contract_id = $1 AND position = 1`,
    1,
  ],
  [
    'the first chunk missing',
    `DELETE FROM kanribo.evidence
    WHERE contract_id = $1 AND position = 0`,
    0,
  ],
  [
    'a middle chunk missing',
    `DELETE FROM kanribo.evidence
    WHERE contract_id = $1 AND position = 1`,
    1,
  ],
  [
    'the last chunk missing',
    `DELETE FROM kanribo.evidence
    WHERE contract_id = $1 AND position = 2`,
    1,
  ],
  [
    'a chunk added',
    `INSERT INTO kanribo.evidence
    SELECT contract_id, digest, 3, chunk FROM kanribo.evidence
    WHERE contract_id = $1 AND position = 2`,
    2,
  ],
  [
    'a chunk in place of another',
    `UPDATE kanribo.evidence AS one SET chunk = other.chunk
    FROM kanribo.evidence AS other
    WHERE one.contract_id = $1 AND one.position = 1
      AND other.contract_id = $1 AND other.position = 0`,
    1,
  ],
  [
    'another digest',
    `UPDATE kanribo.evidence SET digest = sha256('other')
    WHERE contract_id = $1`,
    0,
  ],
])('STO-18: %s is a fault that names contract, digest and chunk', async (_, change, chunk) => {
  const contractId = newContractId();
  await store().keep(contractId, inParts(randomBytes(2 * chunkBytes + 10)));
  await place.asOwner((client) => client.query(change, [contractId]));
  const [digest = ''] = await store().evidenceDigests(contractId);
  const reading = readBack(contractId, digest);
  await expect(reading).rejects.toMatchObject({ code: 'evidence-corrupt' });
  await expect(reading).rejects.toThrow(`${digest} of ${contractId}: chunk ${chunk} `);
});

test('STO-18: evidence moved to another contract, or read with another key, is a fault', async () => {
  const [contractId, other] = [newContractId(), newContractId()];
  const digest = await store().keep(contractId, inParts(Buffer.from('scan')));
  const wrongKey = openStore(database, async () => new Uint8Array(32));
  const wrong = await wrongKey.evidence(contractId, digest);
  await expect(collect(wrong ?? inParts(Buffer.alloc(0)))).rejects.toMatchObject({
    code: 'evidence-corrupt',
  });
  const sameKey = openStore(database, () => keyOf(contractId));
  await place.asOwner((client) =>
    client.query('UPDATE kanribo.evidence SET contract_id = $2 WHERE contract_id = $1', [
      contractId,
      other,
    ]),
  );
  const moved = await sameKey.evidence(other, digest);
  await expect(collect(moved ?? inParts(Buffer.alloc(0)))).rejects.toMatchObject({
    code: 'evidence-corrupt',
  });
});

test('STO-19: the largest is kept; one byte more is refused and leaves nothing behind', async () => {
  const contractId = newContractId();
  const bytes = Buffer.alloc(largestEvidenceBytes + 1, 7);
  await expect(store().keep(contractId, inParts(bytes, chunkBytes))).rejects.toMatchObject({
    code: 'evidence-too-large',
  });
  expect(await store().evidenceDigests(contractId)).toEqual([]);
  const largest = bytes.subarray(0, largestEvidenceBytes);
  const digest = await store().keep(contractId, inParts(largest, chunkBytes));
  expect((await readBack(contractId, digest)).equals(largest)).toBe(true);
});

test('STO-19: a stream that breaks off is the fault it threw, and leaves nothing behind', async () => {
  const contractId = newContractId();
  const breaking = new Error('the upload broke off');
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield randomBytes(10);
    throw breaking;
  }
  await expect(store().keep(contractId, broken())).rejects.toBe(breaking);
  expect(await store().evidenceDigests(contractId)).toEqual([]);
});
