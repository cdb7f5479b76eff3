import {
  type ContractId,
  type JsonObject,
  type JsonValue,
  type Moment,
  fromBase64,
  isJsonObject,
  parseCanonical,
  parseContractId,
  parseMoment,
  toBase64,
} from '@kanribo/kernel';
import { isLogName, parseOrigin } from '@kanribo/evidence';
import type { Head, LogKey } from '../ports.ts';

/** What a backup holds: its first file. */
export interface BackupList {
  readonly format: 1;
  readonly madeAt: Moment;
  /** Every log with its head, the instance's own among them. */
  readonly logs: readonly (LogKey & Head)[];
}

/** The list as canonical JSON can hold it. */
export function listJson({ madeAt, logs }: BackupList): JsonObject {
  const stated = logs.map(({ contractId, log, origin, size, root }) => ({
    contract: contractId,
    log,
    origin,
    size,
    root: toBase64(root),
  }));
  return { format: 1, madeAt, logs: stated };
}

/** Reads {@link listJson} strictly; undefined where it is not one. */
export function parseList(text: string): BackupList | undefined {
  const parsed = parseCanonical(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) return undefined;
  const { format, madeAt, logs } = parsed.value;
  const made = parseMoment(typeof madeAt === 'string' ? madeAt : '');
  if (format !== 1 || !made.ok || !Array.isArray(logs)) return undefined;
  const heads = logs.flatMap((log: JsonValue) => parseLog(log) ?? []);
  const names = new Set(heads.map(({ contractId, log }) => `${contractId}/${log}`));
  const isWhole = heads.length === logs.length && names.size === logs.length;
  return isWhole && isComplete(names, heads)
    ? { format, madeAt: made.value, logs: heads }
    : undefined;
}

function parseLog(value: JsonValue): (LogKey & Head) | undefined {
  if (!isJsonObject(value) || Object.keys(value).length !== 5) return undefined;
  const { contract, log, origin, size, root } = value;
  const contractId = parseContractId(typeof contract === 'string' ? contract : '');
  const bytes = fromBase64(typeof root === 'string' ? root : '');
  if (!contractId.ok || !isLogName(log) || bytes?.length !== 32) return undefined;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return undefined;
  if (typeof origin !== 'string' || !isOriginOf(origin, contractId.value, log)) return undefined;
  return { contractId: contractId.value, log, origin, size, root: bytes };
}

function isOriginOf(text: string, contractId: ContractId, log: LogKey['log']): boolean {
  const origin = parseOrigin(text);
  return origin?.log === log && (origin.contract ?? 'instance') === contractId;
}

/** The instance's own log is there, and each contract has both of its logs. */
function isComplete(names: ReadonlySet<string>, heads: readonly LogKey[]): boolean {
  return (
    names.has('instance/instance') &&
    heads.every(
      ({ contractId }) =>
        contractId === 'instance' ||
        (names.has(`${contractId}/register`) && names.has(`${contractId}/access`)),
    )
  );
}
