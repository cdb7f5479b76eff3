import { isDutyId } from '@kanribo/annex';
import {
  type JsonObject,
  type JsonValue,
  type Result,
  err,
  exhaustive,
  findIndividualNumbers,
  ok,
  parseDay,
  parseMoment,
  plainTrackingNumber,
} from '@kanribo/kernel';
import { isVoided } from './case.ts';
import { type Contract, caseOf } from './contract.ts';
import type { CaseDeclaration, Step } from './declaration.ts';
import type { Field } from './field.ts';
import { type Refusal, misfit, wayOut } from './refusal.ts';

/** Values of a step, told apart: facts go into the entry, particulars stand beside it. */
export interface ReadValues {
  readonly facts: JsonObject;
  readonly particulars: JsonObject;
  /** Text fields whose suspected Individual Number was declared a false alarm. */
  readonly falseAlarms: readonly string[];
}

/** What the values are read against. */
export interface Reading {
  readonly contract: Contract;
  readonly declaration: CaseDeclaration;
  readonly step: Step;
  readonly values: JsonObject;
  readonly falseAlarms: readonly string[];
}

const tokenShape = /^[\x21-\x7e]{1,300}$/;
const evidenceShape = /^sha256:[0-9a-f]{64}$/;
const digestShape = /^[0-9a-f]{64}$/;
const trackingShape = /^[0-9A-Z]{8,16}$/;
const listLimit = 500;

/**
 * Reads the values of a step strictly: every required field, no unknown one, each of its type,
 * and no text that may hold an Individual Number (guideline annex 1, 2Cc). A text may be declared a
 * false alarm; a code (token) stands in the entry itself and for ever, so it may not.
 */
export function readValues(reading: Reading): Result<ReadValues, Refusal> {
  const { declaration, step, values } = reading;
  const allowed = new Set([...step.required, ...step.optional]);
  const unknown = Object.keys(values).find((name) => !allowed.has(name));
  if (unknown !== undefined) return err(misfit('field-unknown', { field: unknown }));
  const missing = step.required.find((name) => isBlank(values[name]));
  if (missing !== undefined) return err(misfit('field-missing', labelled(declaration, missing)));
  const facts: Record<string, JsonValue> = {};
  const particulars: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = declaration.fields[name];
    if (field === undefined) return err(misfit('field-unknown', { field: name }));
    const refused = readField({ reading, name, field, value });
    if (refused !== null) return err(refused);
    if (field.type === 'text') particulars[name] = value;
    else facts[name] = factOf(field, value);
  }
  const falseAlarms = reading.falseAlarms.filter((name) => isSuspected(particulars[name]));
  return ok({ facts, particulars, falseAlarms });
}

/** A tracking number is kept without what people put between its groups. */
const factOf = (field: Field, value: JsonValue): JsonValue =>
  field.type === 'trackingNumber' && typeof value === 'string' ? plainTrackingNumber(value) : value;

const isBlank = (value: JsonValue | undefined) =>
  value === undefined || value === null || value === '';

const labelled = (declaration: CaseDeclaration, name: string) => ({
  field: declaration.fields[name]?.label ?? name,
});

interface FieldReading {
  readonly reading: Reading;
  readonly name: string;
  readonly field: Field;
  readonly value: JsonValue;
}

function readField({ reading, name, field, value }: FieldReading): Refusal | null {
  const unresolved = referencesOf(field, value).find(
    (id) => !isReferenceTo(reading.contract, field, id),
  );
  if (unresolved !== undefined) {
    return misfit('reference-unknown', { field: field.label, id: unresolved });
  }
  if (!hasShape(field, value)) return misfit('field-malformed', { field: field.label });
  if (field.type !== 'text' && field.type !== 'token') return null;
  if (!isSuspected(value)) return null;
  const suspected = misfit('individual-number-suspected', { field: field.label });
  if (field.type === 'token') return { ...suspected, wayOut: [wayOut('remove-number')] };
  if (reading.falseAlarms.includes(name)) return null;
  const declared = wayOut('declare-false-alarm', { field: field.label });
  return { ...suspected, wayOut: [wayOut('remove-number'), declared] };
}

const isSuspected = (value: JsonValue | undefined) =>
  typeof value === 'string' && findIndividualNumbers(value).length > 0;

function hasShape(field: Field, value: JsonValue): boolean {
  switch (field.type) {
    case 'flag':
      return typeof value === 'boolean';
    case 'count':
      return isCount(value) && value >= field.min && value <= field.max;
    case 'case':
      return typeof value === 'string';
    case 'cases':
      return isIdList(value);
    case 'duties':
      return isIdList(value) && dutiesIn(value);
    default:
      return typeof value === 'string' && textHasShape(field, value);
  }
}

type TextualField = Exclude<Field, { type: 'flag' | 'count' | 'case' | 'cases' | 'duties' }>;

function textHasShape(field: TextualField, value: string): boolean {
  switch (field.type) {
    case 'text':
      return value.trim() !== '' && value.length <= field.maxLength && isStorable(value);
    case 'choice':
      return Object.hasOwn(field.options, value);
    case 'token':
      return tokenShape.test(value);
    case 'day':
      return parseDay(value).ok;
    case 'moment':
      return parseMoment(value).ok;
    case 'evidence':
      return evidenceShape.test(value);
    case 'trackingNumber':
      return trackingShape.test(plainTrackingNumber(value));
    case 'digest':
      return digestShape.test(value);
    default:
      return exhaustive(field);
  }
}

/** The register's canonical text takes neither a lone surrogate nor U+0000. */
const isStorable = (value: string) => value.isWellFormed() && !value.includes('\u0000');

const isCount = (value: JsonValue): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value);

const isIdList = (value: JsonValue) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= listLimit &&
  value.every((id: JsonValue) => typeof id === 'string') &&
  new Set(value).size === value.length;

const dutiesIn = (value: JsonValue) =>
  Array.isArray(value) && value.every((id: JsonValue) => typeof id === 'string' && isDutyId(id));

function referencesOf(field: Field, value: JsonValue): readonly string[] {
  if (field.type === 'case' && typeof value === 'string') return [value];
  if (field.type !== 'cases' || !Array.isArray(value)) return [];
  return value.filter((id: JsonValue): id is string => typeof id === 'string');
}

function isReferenceTo(contract: Contract, field: Field, id: string): boolean {
  if (field.type !== 'case' && field.type !== 'cases') return true;
  const found = caseOf(contract, id);
  if (found === undefined || isVoided(found)) return false;
  return field.of.length === 0 || field.of.includes(found.declaration);
}
