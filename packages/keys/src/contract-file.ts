import { type KeyObject, randomBytes } from 'node:crypto';
import { type ContractId, type JsonObject, isJsonObject, parseContractId } from '@kanribo/kernel';
import { formatChecked, parseChecked } from './checked-json.ts';
import { parseSealed, seal, unseal, withDerivedKey } from './sealed.ts';

/** The two secrets of a contract, 32 bytes each; whoever holds them wipes them. */
export interface ContractSecrets {
  /** Seed of the Ed25519 key that signs for every origin of the contract. */
  readonly seed: Uint8Array;
  /** The key under which the contract's evidence is encrypted. */
  readonly evidenceKey: Uint8Array;
}

const namePrefix = 'contract-';
const nameSuffix = '.json';

/** The prefix keeps ids like `con` and `aux` from being device names on Windows. */
export const contractFileName = (contractId: ContractId): string =>
  `${namePrefix}${contractId}${nameSuffix}`;

/** The contract whose keys a file of this name holds; undefined for any other name. */
export function contractOfFileName(name: string): ContractId | undefined {
  if (!name.startsWith(namePrefix) || !name.endsWith(nameSuffix)) return undefined;
  const id = parseContractId(name.slice(namePrefix.length, -nameSuffix.length));
  return id.ok ? id.value : undefined;
}

/** Fresh random secrets. */
export const freshSecrets = (): ContractSecrets => ({
  seed: randomBytes(32),
  evidenceKey: randomBytes(32),
});

/** The bytes of a contract's file: both secrets, each sealed for this contract and purpose. */
export function formatContractFile(
  root: KeyObject,
  contractId: ContractId,
  secrets: ContractSecrets,
): Uint8Array {
  const sealedFor = (part: Part): JsonObject =>
    withDerivedKey(root, purposeOf(part, contractId), (key) => ({
      ...seal(key, purposeOf(part, contractId), secrets[part]),
    }));
  return formatChecked({
    format: 1,
    contract: contractId,
    seed: sealedFor('seed'),
    evidenceKey: sealedFor('evidenceKey'),
  });
}

/**
 * The secrets in a contract's file; undefined where a byte is not as it was written, or it was
 * written for another contract or under another root key.
 */
export function parseContractFile(
  root: KeyObject,
  contractId: ContractId,
  file: Uint8Array,
): ContractSecrets | undefined {
  const content = parseChecked(file);
  if (content === undefined) return undefined;
  const { format, contract, seed, evidenceKey, ...rest } = content;
  if (format !== 1 || contract !== contractId || Object.keys(rest).length > 0) return undefined;
  const openedAs = (part: Part, value: unknown): Uint8Array | undefined => {
    const sealed = isJsonObject(value) ? parseSealed(value) : undefined;
    if (sealed === undefined) return undefined;
    const purpose = purposeOf(part, contractId);
    return withDerivedKey(root, purpose, (key) => unseal(key, purpose, sealed));
  };
  const opened = {
    seed: openedAs('seed', seed),
    evidenceKey: openedAs('evidenceKey', evidenceKey),
  };
  return isComplete(opened) ? opened : undefined;
}

type Part = keyof ContractSecrets;

const purposeOf = (part: Part, contractId: ContractId): string =>
  `kanribo/keys/1 contract ${part} ${contractId}`;

const isComplete = (opened: {
  readonly [part in Part]: Uint8Array | undefined;
}): opened is ContractSecrets => opened.seed?.length === 32 && opened.evidenceKey?.length === 32;

/** Runs `use` with secrets and wipes them. */
export function withSecrets<T>(secrets: ContractSecrets, use: (secrets: ContractSecrets) => T): T {
  try {
    return use(secrets);
  } finally {
    secrets.seed.fill(0);
    secrets.evidenceKey.fill(0);
  }
}
