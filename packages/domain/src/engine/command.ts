import {
  type JsonObject,
  type Moment,
  type Result,
  err,
  isJsonObject,
  ok,
  parseMoment,
} from '@kanribo/kernel';

/**
 * What somebody wants to enter: one step of one declared case. `case` is null to open a new one.
 * `falseAlarms` names text fields in which the number guard was told that it is mistaken.
 */
export interface Command {
  readonly declaration: string;
  readonly step: string;
  readonly case: string | null;
  readonly occurredAt: Moment;
  readonly values: JsonObject;
  readonly falseAlarms: readonly string[];
}

/** What is wrong with a command from outside: the key that does not fit. */
export interface CommandMalformed {
  readonly code: 'command-malformed';
  readonly key: string;
}

const malformed = (key: string): Result<never, CommandMalformed> =>
  err({ code: 'command-malformed', key });

const keys = new Set(['declaration', 'step', 'case', 'occurredAt', 'values', 'falseAlarms']);

const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((element) => typeof element === 'string');

/** Strict: exactly these keys and types (`falseAlarms` may be left out). */
export function parseCommand(input: unknown): Result<Command, CommandMalformed> {
  if (!isJsonObject(input)) return malformed('command');
  const unknown = Object.keys(input).find((key) => !keys.has(key));
  if (unknown !== undefined) return malformed(unknown);
  const { declaration, step, case: subject, occurredAt, values, falseAlarms = [] } = input;
  if (typeof declaration !== 'string') return malformed('declaration');
  if (typeof step !== 'string') return malformed('step');
  if (subject !== null && typeof subject !== 'string') return malformed('case');
  if (typeof occurredAt !== 'string') return malformed('occurredAt');
  const happened = parseMoment(occurredAt);
  if (!happened.ok) return malformed('occurredAt');
  if (!isJsonObject(values)) return malformed('values');
  if (!isTextList(falseAlarms)) return malformed('falseAlarms');
  return ok({ declaration, step, case: subject, occurredAt: happened.value, values, falseAlarms });
}
