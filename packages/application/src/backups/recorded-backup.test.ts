import { ok } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { MemoryKeys } from '../testing/memory-keys.ts';
import { MemoryStore } from '../testing/memory-store.ts';
import { sha256 } from '../testing/sha256.ts';
import { contractId } from '../testing/teller.ts';
import { type ToyOffice, caller, newInstance, reopened, toyOffice } from '../testing/toy-office.ts';
import { sha256Stream, verifySignature } from '../testing/verifying.ts';
import { sealArchive } from './archive.ts';
import { type ArchiveFile, backupFiles } from './backup-files.ts';
import { restore } from './restore.ts';

const alpha = contractId('alpha');
const passphrase = '正しい馬の電池';
const workFactor = 4;

async function lived(office: ToyOffice) {
  const instance = await newInstance(office);
  await instance.openContract(alpha, caller(900));
  await instance.keepEvidence(alpha, piecesOf([Buffer.alloc(3_000, 'scan')]));
  return instance;
}

async function* piecesOf(chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* chunks;
}

const restored = (store: MemoryStore, bytes: AsyncIterable<Uint8Array>) =>
  restore(
    { store, clock: toyOffice().clock, sha256 },
    {
      passphrase,
      bytes,
      adoptSecrets: async () => ok(undefined),
      verifying: { sha256Stream, verifySignature },
    },
  );

async function filesOf({ store, clock }: ToyOffice): Promise<readonly ArchiveFile[]> {
  const list = { format: 1, madeAt: clock.now(), logs: await store.logs() } as const;
  const files: ArchiveFile[] = [];
  await store.snapshot(async (reader) => {
    for await (const file of backupFiles(reader, list, { format: 1 })) files.push(file);
  });
  return files;
}

test('INS-22: that a backup is begun stands in the log before its first byte', async () => {
  const office = toyOffice();
  const instance = await lived(office);
  const seen: unknown[] = [];
  const chunks: Uint8Array[] = [];
  const write = async (bytes: AsyncIterable<Uint8Array>) => {
    // What another process would find if this one died now.
    seen.push((await (await reopened(office)).ledger.current()).state.unfinishedBackups);
    for await (const chunk of bytes) chunks.push(Uint8Array.from(chunk));
  };
  const order = { passphrase, workFactor, secrets: new MemoryKeys(), write };
  expect(await instance.backup(caller(931), order)).toMatchObject({ ok: true });
  const { id, actor } = caller(931);
  const begun = { id, actor, begunAt: office.clock.now(), brokenOffAt: null };
  expect(seen).toEqual([[begun]]);
  const { state } = await instance.ledger.current();
  expect(state.unfinishedBackups).toEqual([]);
  const store = new MemoryStore();
  expect(await restored(store, piecesOf(chunks))).toMatchObject({ ok: true });
  const again = await reopened(toyOffice({ store, keys: office.keys, seed: 9 }));
  expect((await again.ledger.current()).state.unfinishedBackups).toEqual([]);
});

test('INS-22: the secrets come after the logs; a backup of before, that has them first, is restored', async () => {
  const office = toyOffice();
  await lived(office);
  const files = await filesOf(office);
  const names = files.map(({ name }) => name);
  const secretsAt = names.indexOf('secrets.json');
  const isLog = (name: string) => name.includes('.jsonl/');
  expect(secretsAt).toBeGreaterThan(0);
  expect(names.slice(1, secretsAt).every(isLog)).toBe(true);
  expect(names.slice(secretsAt).some(isLog)).toBe(false);
  const isSecret = ({ name }: ArchiveFile) => !name.includes('/') && name !== 'backup.json';
  const [list, ...others] = files.filter((file) => !isSecret(file));
  if (list === undefined) throw new Error('no list');
  async function* former(): AsyncIterable<ArchiveFile> {
    yield* [list, ...files.filter(isSecret), ...others].flatMap((file) => file ?? []);
  }
  const bytes = await sealArchive(former(), { passphrase, workFactor });
  expect(await restored(new MemoryStore(), bytes)).toMatchObject({ ok: true });
});
