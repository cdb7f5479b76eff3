import { formatParticularsLine } from '@kanribo/evidence';
import { type JsonObject, canonicalText, concatBytes, utf8 } from '@kanribo/kernel';
import type { Head, LogKey, LogReader, SnapshotReader } from '../ports.ts';
import { secretsFile } from './backed-up-secrets.ts';
import { type BackupList, listJson } from './backup-list.ts';

/** One file of the archive inside a backup. */
export interface ArchiveFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Name of the file that says what the backup holds; it comes first. */
export const listName = 'backup.json';
/** Name of the file with the secrets of all keys; it comes after the logs, before what it opens. */
export const secretsName = 'secrets.json';
/** Name of the file with the secrets of accounts, sealed; it comes right after those of the keys. */
export const accountsName = 'accounts.json';

const evidencePartBytes = 1_048_576;
const lineFeed = Uint8Array.of(10);

/**
 * The files of a backup, in the order in which they are restored: the list, the logs in parts, the
 * secrets, those of the accounts, the evidence in parts. Each part of entries comes right after the
 * particulars of the same entries, so that a log can be filled while the backup is being read. The
 * secrets come as late as they can, so that little of a backup that is broken off holds them:
 * evidence is kept under them.
 */
export async function* backupFiles(
  reader: SnapshotReader,
  list: BackupList,
  secrets: JsonObject,
): AsyncGenerator<ArchiveFile> {
  yield { name: listName, bytes: utf8(canonicalText(listJson(list))) };
  for (const log of list.logs) yield* logFiles(reader, log);
  yield { name: secretsName, bytes: utf8(canonicalText(secrets)) };
  yield { name: accountsName, bytes: secretsFile(await reader.sealedSecrets()) };
  for (const { contractId, log } of list.logs) {
    if (log === 'access') continue;
    for (const digest of await reader.evidenceDigests(contractId)) {
      const chunks = (await reader.evidence(contractId, digest)) ?? [];
      yield* evidenceFiles(`${contractId}/evidence/${digest}`, chunks);
    }
  }
}

async function* logFiles(reader: LogReader, log: LogKey & Head): AsyncGenerator<ArchiveFile> {
  const folder = `${log.contractId}/${log.log}`;
  let from = 0;
  for await (const batch of reader.entries(log, { from: 0, to: log.size })) {
    const to = from + batch.length;
    let lines = '';
    for await (const kept of reader.particulars(log, { from, to })) {
      for (const line of kept) lines += `${formatParticularsLine(line)}\n`;
    }
    yield { name: `${folder}/particulars.jsonl/${from}`, bytes: utf8(lines) };
    const bytes = concatBytes(batch.flatMap((entry) => [entry, lineFeed]));
    yield { name: `${folder}/entries.jsonl/${from}`, bytes };
    from = to;
  }
}

async function* evidenceFiles(
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<ArchiveFile> {
  let part = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < Math.max(1, chunk.length); from += evidencePartBytes) {
      yield { name: `${name}/${part}`, bytes: chunk.subarray(from, from + evidencePartBytes) };
      part += 1;
    }
  }
}
