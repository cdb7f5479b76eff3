import { type ContractId, type JsonValue, parseContractId } from '@kanribo/kernel';
import type { LogName } from './log-name.ts';

/**
 * The name of a log and of its key: `<instance>/<contract>/register/<n>`, the same with `access`,
 * or `<instance>/instance/<n>`. Fixed for ever, but for `n`.
 */
export interface Origin {
  /** The instance's name, without spaces and without `+`. */
  readonly instance: string;
  /** Undefined for the instance's own log. */
  readonly contract: ContractId | undefined;
  readonly log: LogName;
  /** How many times the log was taken up again: how many `log/resumed` entries it holds. */
  readonly resumptions: number;
}

/** The origin as it stands on checkpoints and papers. */
export function formatOrigin(origin: Origin): string {
  const place = origin.contract === undefined ? '' : `${origin.contract}/`;
  return `${origin.instance}/${place}${origin.log}/${origin.resumptions}`;
}

/** The parts of an origin; undefined where the text has not exactly the shape of one. */
export function parseOrigin(text: string): Origin | undefined {
  if (text.length > originLengthAtMost) return undefined;
  const { instance, contract, log, resumptions } = originShape.exec(text)?.groups ?? {};
  if (instance === undefined || resumptions === undefined) return undefined;
  if (log !== 'register' && log !== 'access') {
    return { instance, contract: undefined, log: 'instance', resumptions: Number(resumptions) };
  }
  const parsed = parseContractId(contract ?? '');
  if (!parsed.ok) return undefined;
  return { instance, contract: parsed.value, log, resumptions: Number(resumptions) };
}

/** Whether a value is the text of an origin. */
export const isOriginText = (value: JsonValue | undefined): value is string =>
  typeof value === 'string' && parseOrigin(value) !== undefined;

const originLengthAtMost = 255;
const originShape =
  /^(?<instance>[^\s+\p{C}]+)\/(?:(?<contract>[a-z0-9-]+)\/(?<log>register|access)|instance)\/(?<resumptions>0|[1-9][0-9]{0,8})$/u;
