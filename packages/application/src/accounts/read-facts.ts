import type { JsonObject, JsonValue } from '@kanribo/kernel';

/** The text of a fact; empty where there is none. */
export function text(facts: JsonObject, name: string): string {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
}

/** The text of a fact; null where there is none. */
export const textOrNull = (facts: JsonObject, name: string): string | null =>
  text(facts, name) || null;

/** The texts of a fact that is a list. */
export const texts = (value: JsonValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
