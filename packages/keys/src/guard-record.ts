import { createHash } from 'node:crypto';
import { exhaustive, fromBase64, toBase64 } from '@kanribo/kernel';
import { KeysFault } from './keys-fault.ts';

/** One thing the guard remembers; what each means is in docs/spec/keys.md. */
export type GuardRecord =
  /** The first of a file. */
  | { readonly kind: 'opened' }
  /** The last of a file: the next one carries on. */
  | { readonly kind: 'closed' }
  /** This contract's keys came out of a backup: what was signed since is not known. */
  | { readonly kind: 'restored'; readonly contract: string }
  /** The largest head signed, or (`unknown`) the largest that a backup knew of. */
  | ({ readonly kind: 'signed' | 'unknown'; readonly origin: string } & SignedHead)
  /** The log of `origin` goes on under `successor`, as a person declared. */
  | { readonly kind: 'resumed'; readonly origin: string; readonly successor: string };

/** A head that was signed: number of entries, and root (32 bytes). */
export interface SignedHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** What a line of a guard file turns out to be. */
export type GuardLine =
  | { readonly kind: 'record'; readonly number: number; readonly record: GuardRecord }
  /** The beginning of a record whose writing was cut off. */
  | { readonly kind: 'torn' }
  | { readonly kind: 'damaged' };

interface FieldShape {
  readonly whole: RegExp;
  /** What a field may look like when the line ends in the middle of it. */
  readonly begun: RegExp;
}

const number: FieldShape = { whole: /^[1-9][0-9]{0,14}$/, begun: /^(?:[1-9][0-9]{0,14})?$/ };
const contract: FieldShape = { whole: /^[a-z0-9][a-z0-9-]{0,62}$/, begun: /^[a-z0-9-]{0,63}$/ };
const origin: FieldShape = { whole: /^[!-~]+$/, begun: /^[!-~]*$/ };
const size: FieldShape = { whole: /^(?:0|[1-9][0-9]{0,15})$/, begun: /^[0-9]{0,16}$/ };
const root: FieldShape = {
  whole: /^[A-Za-z0-9+/]{43}=$/,
  begun: /^(?:[A-Za-z0-9+/]{0,43}|[A-Za-z0-9+/]{43}=)$/,
};
const check: FieldShape = { whole: /^[0-9a-f]{32}$/, begun: /^[0-9a-f]{0,31}$/ };
const tag = 'guard';

const shapes = {
  opened: [],
  closed: [],
  restored: [contract],
  signed: [origin, size, root],
  unknown: [origin, size, root],
  resumed: [origin, origin],
} satisfies Record<GuardRecord['kind'], readonly FieldShape[]>;

/**
 * The bytes appended for a record, as ASCII text: a line feed first, so that it stands on a line of
 * its own whatever came before, and one at the end.
 * @throws {KeysFault} `head-malformed` for a size, root or origin that could not be read back.
 */
export function formatRecord(number: number, record: GuardRecord): string {
  const content = [tag, String(number), record.kind, ...fieldsOf(record)].join(' ');
  const line = `${content} ${checkOf(content)}`;
  if (parseLine(line).kind !== 'record') {
    throw new KeysFault('head-malformed', `no guard line for record ${record.kind}`);
  }
  return `\n${line}\n`;
}

function fieldsOf(record: GuardRecord): readonly string[] {
  switch (record.kind) {
    case 'opened':
    case 'closed':
      return [];
    case 'restored':
      return [record.contract];
    case 'signed':
    case 'unknown':
      return [encodeURI(record.origin), String(record.size), toBase64(record.root)];
    case 'resumed':
      return [encodeURI(record.origin), encodeURI(record.successor)];
    default:
      return exhaustive(record);
  }
}

/** 128 bits against damage of any kind; against a forger the rights of the directory stand. */
const checkOf = (content: string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 32);

/** Reads one line, without its line feeds; an empty one is `torn`. */
export function parseLine(line: string): GuardLine {
  const fields = line.split(' ');
  const last = fields.at(-1) ?? '';
  if (last.length === 32 && checkOf(line.slice(0, -33)) === last) return parseFields(fields);
  return isBegun(fields) ? { kind: 'torn' } : { kind: 'damaged' };
}

function parseFields(fields: readonly string[]): GuardLine {
  const [, sequence = '', kind = '', ...rest] = fields;
  const record = recordOf(kind, rest);
  const expected = [tagShape, number, kindShape, ...shapesOf(kind), check];
  const isWhole =
    fields.length === expected.length &&
    expected.every((shape, index) => shape.whole.test(fields[index] ?? ''));
  if (!isWhole || record === undefined) return { kind: 'damaged' };
  return { kind: 'record', number: Number(sequence), record };
}

function recordOf(kind: string, fields: readonly string[]): GuardRecord | undefined {
  const [first = '', second = '', third = ''] = fields;
  switch (kind) {
    case 'opened':
    case 'closed':
      return { kind };
    case 'restored':
      return { kind, contract: first };
    case 'signed':
    case 'unknown':
      return headRecord(kind, { origin: first, size: Number(second), root: third });
    case 'resumed':
      return resumedRecord(first, second);
    default:
      return undefined;
  }
}

function headRecord(
  kind: 'signed' | 'unknown',
  head: { readonly origin: string; readonly size: number; readonly root: string },
): GuardRecord | undefined {
  const root = fromBase64(head.root);
  const origin = decodeOrigin(head.origin);
  if (root === undefined || origin === undefined) return undefined;
  return Number.isSafeInteger(head.size) ? { kind, origin, size: head.size, root } : undefined;
}

function resumedRecord(from: string, to: string): GuardRecord | undefined {
  const origin = decodeOrigin(from);
  const successor = decodeOrigin(to);
  if (origin === undefined || successor === undefined) return undefined;
  return { kind: 'resumed', origin, successor };
}

function decodeOrigin(text: string): string | undefined {
  try {
    return decodeURI(text);
  } catch {
    return undefined;
  }
}

const tagShape: FieldShape = { whole: /^guard$/, begun: /^(?:g(?:u(?:a(?:rd?)?)?)?)?$/ };
const kinds = Object.keys(shapes);
const kindShape: FieldShape = {
  whole: new RegExp(`^(?:${kinds.join('|')})$`),
  begun: /^[a-z]{0,8}$/,
};

const isKind = (text: string): text is GuardRecord['kind'] => Object.hasOwn(shapes, text);

const shapesOf = (kind: string): readonly FieldShape[] => (isKind(kind) ? shapes[kind] : []);

/** Whether a record could begin with these fields and be cut off in the last one. */
function isBegun(fields: readonly string[]): boolean {
  const expected = [tagShape, number, kindShape, ...shapesOf(fields[2] ?? ''), check];
  return fields.every((field, index) => {
    const shape = expected[index];
    const pattern = index === fields.length - 1 ? shape?.begun : shape?.whole;
    return pattern?.test(field) === true;
  });
}
