export { type Result, ok, err } from './result.ts';
export { exhaustive } from './exhaustive.ts';
export { KernelFault, type KernelFaultCode } from './kernel-fault.ts';
export {
  type Branded,
  type ContractId,
  type CommandId,
  parseContractId,
  parseCommandId,
} from './ids.ts';
export { concatBytes, equalBytes } from './bytes.ts';
export { formatFingerprint, fromHex, toHex } from './hex.ts';
export { toBase64, fromBase64 } from './base64.ts';
export { utf8, fromUtf8, reusedUtf8 } from './utf8.ts';
export { type JsonValue, type JsonObject, isJsonObject } from './json.ts';
export { type JsonProblem } from './json-problem.ts';
export { type CanonicalJsonProblem, canonicalText, parseCanonical } from './canonical-json.ts';
export { type Moment, parseMoment, momentOf } from './moment.ts';
export {
  type Day,
  parseDay,
  dayOf,
  addDays,
  daysBetween,
  weekdayOf,
  midnightAfter,
} from './day.ts';
export {
  type Era,
  eraOf,
  formatEra,
  formatEraShort,
  formatEraWithYear,
  formatEraMoment,
} from './era.ts';
export { type TypedDayProblem, readTypedDay } from './typed-day.ts';
export {
  type Opening,
  type RolledDay,
  type Term,
  holidayYears,
  holidayName,
  holidaysKnownOn,
  openingOn,
  isBusinessDay,
  rollForward,
  dueDay,
} from './business-day.ts';
export {
  isIndividualNumber,
  isCorporateNumber,
  individualCheckDigit,
  corporateCheckDigit,
} from './check-digit.ts';
export {
  type Carrier,
  type TrackingNumberProblem,
  carriers,
  isCarrier,
  parseTrackingNumber,
  plainTrackingNumber,
} from './tracking-number.ts';
export { type FoundIndividualNumber, findIndividualNumbers } from './number-guard.ts';
export { Draft, type Table, emptyTable } from './table.ts';
export { type Sequence, emptySequence } from './sequence.ts';
