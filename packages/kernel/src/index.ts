export { type Result, ok, err } from './result.ts';
export { exhaustive } from './exhaustive.ts';
export { type JsonValue, type JsonObject, isJsonObject } from './json.ts';
export {
  type Branded,
  type ContractId,
  type CommandId,
  parseContractId,
  parseCommandId,
} from './ids.ts';
export { type Moment, parseMoment, momentOf } from './moment.ts';
