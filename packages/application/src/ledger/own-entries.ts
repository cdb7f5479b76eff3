import { type CommandId, type JsonObject, parseCommandId, toHex } from '@kanribo/kernel';
import type { Random } from '../ports.ts';
import type { Decision } from './rules.ts';

/** The actor of what no person asked for. */
export const software = 'software';

/** The decision to record one entry of the product's own, under no duty, without particulars. */
export function ownDecision(
  subject: string,
  declaration: string,
  facts: JsonObject,
): Decision<never> {
  const event = { declaration, duties: [], facts, particulars: null };
  return { subject, events: [event], warnings: [] };
}

/** A command id nobody has used. */
export function freshCommandId(random: Random): CommandId {
  const parsed = parseCommandId(toHex(random.bytes(16)));
  if (!parsed.ok) throw new RangeError('random bytes were not 16');
  return parsed.value;
}
