import { type CommandId, type JsonObject, parseCommandId, toHex } from '@kanribo/kernel';
import type { Random } from '../ports.ts';
import type { DecidedEvent, Decision } from './rules.ts';

/** The actor of what no person asked for. */
export const software = 'software';

/** An entry of the product's own, under no duty and without particulars. */
export function ownEvent(declaration: string, facts: JsonObject): DecidedEvent {
  return { declaration, duties: [], facts, particulars: null };
}

/** The decision to record one such entry. */
export function ownDecision(
  subject: string,
  declaration: string,
  facts: JsonObject,
): Decision<never> {
  return { subject, events: [ownEvent(declaration, facts)], warnings: [] };
}

/** A command id nobody has used. */
export function freshCommandId(random: Random): CommandId {
  const parsed = parseCommandId(toHex(random.bytes(16)));
  if (!parsed.ok) throw new RangeError('random bytes were not 16');
  return parsed.value;
}
