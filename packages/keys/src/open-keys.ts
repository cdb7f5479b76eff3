import type { KeyObject } from 'node:crypto';
import { type Result, err, ok } from '@kanribo/kernel';
import { certificateFileName, formatCertificateFile } from './certificates/record.ts';
import { contractFileName, formatContractFile, withSecrets } from './contract-file.ts';
import { readPrivate } from './durable-files.ts';
import { firstGuardFile } from './guard-file.ts';
import type { GuardRecord } from './guard-record.ts';
import { KeyDirectory } from './key-directory.ts';
import {
  type FirstFiles,
  type OccupiedRefusal,
  establish,
  hasPrivateKeys,
  layoutOf,
  prepareDirectory,
} from './layout.ts';
import type { PassphraseRefusal } from './passphrase.ts';
import { type Protection, type UnlockRefusal, createRoot, unlockRoot } from './root-file.ts';
import { type ParsedSecrets, type SecretsRefusal, parseSecrets } from './secrets.ts';
import type { OnStep } from './steps.ts';

/** Where keys are to be made, and what the root key is kept under. */
export interface NewKeys {
  readonly directory: string;
  readonly protection: Protection;
  readonly onStep?: OnStep;
}

/** Which keys to open. */
export interface ExistingKeys {
  readonly directory: string;
  readonly passphrase?: string;
  readonly onStep?: OnStep;
}

/** Why keys are not made. */
export type CreationRefusal = PassphraseRefusal | OccupiedRefusal;

/** Why keys are not opened. */
export type OpeningRefusal = { readonly code: 'keys-missing' } | UnlockRefusal;

/**
 * Makes a root key in a directory that is empty or not there yet: all of it, durably, or nothing,
 * whenever the process dies; of two who try at once one does.
 * @throws {KeysFault} `permissions-too-open` for a directory that others may use, `storage-failed`.
 */
export async function createKeys(what: NewKeys): Promise<Result<KeyDirectory, CreationRefusal>> {
  return makeKeys(what, { contracts: [], guards: [], certificates: [] });
}

/**
 * Makes a root key as {@link createKeys} does, takes in what `exportSecrets` gave, seals it anew
 * and marks every guard of those contracts as unknown: what was signed since the backup nobody
 * knows, so each log is signed again only after it was resumed under its next origin.
 * @throws {KeysFault} as {@link createKeys}.
 */
export async function importSecrets(
  what: NewKeys & { readonly secrets: unknown },
): Promise<Result<KeyDirectory, CreationRefusal | SecretsRefusal>> {
  const secrets = parseSecrets(what.secrets);
  return secrets.ok ? makeKeys(what, secrets.value) : secrets;
}

/**
 * Opens the keys of a directory.
 * @throws {KeysFault} `permissions-too-open`, `root-damaged`, `guard-damaged`, `guard-missing`,
 * `storage-failed`.
 */
export async function openKeys(what: ExistingKeys): Promise<Result<KeyDirectory, OpeningRefusal>> {
  const layout = layoutOf(what.directory);
  if (!(await hasPrivateKeys(layout))) return err({ code: 'keys-missing' });
  const root = await unlockRoot(await readPrivate(layout.root), what.passphrase);
  if (!root.ok) return root;
  return ok(await KeyDirectory.open(layout, root.value, what.onStep ?? noStep));
}

async function makeKeys(
  { directory, protection, onStep = noStep }: NewKeys,
  secrets: ParsedSecrets,
): Promise<Result<KeyDirectory, CreationRefusal>> {
  const layout = layoutOf(directory);
  const made = await createRoot(protection);
  if (!made.ok) return made;
  const { root, file } = made.value;
  const occupied = await prepareDirectory(layout);
  if (occupied !== undefined) return err(occupied);
  const isFirst = await establish(layout, firstFiles(root, file, secrets), onStep);
  if (!isFirst) return err({ code: 'keys-exist' });
  return ok(await KeyDirectory.open(layout, root, onStep));
}

function firstFiles(root: KeyObject, rootFile: Uint8Array, secrets: ParsedSecrets): FirstFiles {
  const restored = secrets.contracts.map(({ contract }): GuardRecord => ({
    kind: 'restored',
    contract,
  }));
  const heads = secrets.guards.map((head): GuardRecord => ({ kind: 'unknown', ...head }));
  const contracts = secrets.contracts.map(({ contract, seed, evidenceKey }) => ({
    name: contractFileName(contract),
    bytes: withSecrets({ seed, evidenceKey }, (both) => formatContractFile(root, contract, both)),
  }));
  const certificates = secrets.certificates.map((record) => ({
    name: certificateFileName(record.number),
    bytes: formatCertificateFile(root, record),
  }));
  const guard = firstGuardFile([...restored, ...heads]);
  return { root: rootFile, guard, contracts, certificates };
}

const noStep: OnStep = () => undefined;
