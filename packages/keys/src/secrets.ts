import {
  type ContractId,
  type JsonObject,
  type Result,
  err,
  fromBase64,
  isJsonObject,
  ok,
  parseContractId,
} from '@kanribo/kernel';
import {
  type CertificateRecord,
  type ExportedCertificate,
  parseRecord,
} from './certificates/record.ts';
import type { ContractSecrets } from './contract-file.ts';
import type { SignedHead } from './guard-record.ts';
import { contractOf } from './origins.ts';

/**
 * Everything a keys directory holds but its root key, in the clear, as JSON: for the inside of a
 * backup that is encrypted already. Bytes are base64.
 */
export type KeySecrets = {
  readonly format: 2;
  readonly contracts: readonly {
    readonly contract: string;
    readonly seed: string;
    readonly evidenceKey: string;
  }[];
  /** The largest head that is known to be signed, for each origin that has one. */
  readonly guards: readonly {
    readonly origin: string;
    readonly size: number;
    readonly root: string;
  }[];
  /** What was issued for the network, in order; backups of format 1 have none. */
  readonly certificates: readonly ExportedCertificate[];
};

/** Where in {@link KeySecrets} something is not as it has to be; never what stands there. */
export interface SecretsRefusal {
  readonly code: 'secrets-malformed';
  readonly where: 'structure' | 'contracts' | 'guards' | 'certificates';
}

/** Secrets as they were parsed, with bytes as bytes. */
export interface ParsedSecrets {
  readonly contracts: readonly (ContractSecrets & { readonly contract: ContractId })[];
  readonly guards: readonly (SignedHead & { readonly origin: string })[];
  readonly certificates: readonly CertificateRecord[];
}

/**
 * Reads {@link KeySecrets} strictly: exactly these members, every contract and origin once, every
 * origin one of a contract that is there.
 */
export function parseSecrets(value: unknown): Result<ParsedSecrets, SecretsRefusal> {
  const malformed = (where: SecretsRefusal['where']) =>
    err({ code: 'secrets-malformed', where } as const);
  if (!isOfKnownFormat(value)) return malformed('structure');
  const contracts = parseEach(value['contracts'], parseContract);
  if (contracts === undefined) return malformed('contracts');
  const ids = new Set<string>(contracts.map(({ contract }) => contract));
  if (ids.size !== contracts.length) return malformed('contracts');
  const guards = parseEach(value['guards'], parseGuard);
  if (guards === undefined) return malformed('guards');
  const origins = new Set(guards.map(({ origin }) => origin));
  const areKnown = guards.every(({ origin }) => ids.has(contractOf(origin) ?? ''));
  if (origins.size !== guards.length || !areKnown) return malformed('guards');
  const certificates = parseEach(value['certificates'] ?? [], parseRecord);
  if (certificates?.every(({ number }, index) => number === index + 1) !== true) {
    return malformed('certificates');
  }
  return ok({ contracts, guards, certificates });
}

function isOfKnownFormat(value: unknown): value is JsonObject {
  const members = ['format', 'contracts', 'guards'];
  if (hasExactly(value, members)) return value['format'] === 1;
  return hasExactly(value, [...members, 'certificates']) && value['format'] === 2;
}

function parseContract(value: unknown): ParsedSecrets['contracts'][number] | undefined {
  if (!hasExactly(value, ['contract', 'seed', 'evidenceKey'])) return undefined;
  const id = value['contract'];
  const contract = parseContractId(typeof id === 'string' ? id : '');
  const seed = bytes32(value['seed']);
  const evidenceKey = bytes32(value['evidenceKey']);
  if (!contract.ok || seed === undefined || evidenceKey === undefined) return undefined;
  return { contract: contract.value, seed, evidenceKey };
}

function parseGuard(value: unknown): ParsedSecrets['guards'][number] | undefined {
  if (!hasExactly(value, ['origin', 'size', 'root'])) return undefined;
  const { origin, size } = value;
  const root = bytes32(value['root']);
  if (typeof origin !== 'string' || typeof size !== 'number' || root === undefined)
    return undefined;
  return Number.isSafeInteger(size) && size >= 0 ? { origin, size, root } : undefined;
}

function bytes32(value: unknown): Uint8Array | undefined {
  const bytes = typeof value === 'string' ? fromBase64(value) : undefined;
  return bytes?.length === 32 ? bytes : undefined;
}

function parseEach<T>(
  value: unknown,
  parse: (item: unknown) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const parsed = value.map((item: unknown) => parse(item)).filter((item) => item !== undefined);
  return parsed.length === value.length ? parsed : undefined;
}

function hasExactly(value: unknown, keys: readonly string[]): value is JsonObject {
  if (!isJsonObject(value) || Object.keys(value).length !== keys.length) return false;
  return keys.every((key) => Object.hasOwn(value, key));
}
