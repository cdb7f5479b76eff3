import type { JsonObject, JsonValue } from '@kanribo/kernel';

/** How facts refer to evidence: this before 64 lower-case hex digits of its SHA-256. */
export const referencePrefix = 'sha256:';

const referenceShape = /^sha256:[0-9a-f]{64}$/;

/**
 * The digests (64 lower-case hex digits) of the evidence that facts refer to: of every string
 * `sha256:<hex>` at any depth, each once, in order of appearance. Keys are not looked at.
 */
export function evidenceReferences(facts: JsonObject): readonly string[] {
  const digests = new Set<string>();
  collectFrom(facts, digests);
  return [...digests];
}

function collectFrom(value: JsonValue, digests: Set<string>): void {
  if (typeof value === 'string') {
    if (referenceShape.test(value)) digests.add(value.slice(referencePrefix.length));
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const member of Object.values<JsonValue>(value)) collectFrom(member, digests);
}
