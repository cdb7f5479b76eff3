/** Why a value cannot be written as canonical JSON, or a text holds such a value. */
export type JsonProblem =
  | 'text-ill-formed'
  | 'text-has-nul'
  | 'number-not-finite'
  | 'number-out-of-range'
  | 'nested-too-deep'
  | 'not-json';

/** How many arrays and objects may stand inside one another. */
export const deepestNesting = 64;

/**
 * The first reason why `value` is not JSON that may be hashed, or undefined: a string with a lone
 * surrogate or U+0000, a number that is not finite or an integer beyond ±(2^53 − 1), arrays and
 * objects nested deeper than 64 (a cycle is), or anything JSON has no form for.
 */
export function findJsonProblem(value: unknown): JsonProblem | undefined {
  return problemAt(value, deepestNesting);
}

function problemAt(value: unknown, depthLeft: number): JsonProblem | undefined {
  switch (typeof value) {
    case 'string':
      return problemInText(value);
    case 'number':
      return problemInNumber(value);
    case 'boolean':
      return undefined;
    case 'object':
      return value === null ? undefined : problemInside(value, depthLeft);
    default:
      return 'not-json';
  }
}

/** Why a string may not be hashed: a lone surrogate or U+0000. */
function problemInText(text: string): JsonProblem | undefined {
  if (!text.isWellFormed()) return 'text-ill-formed';
  return text.includes('\0') ? 'text-has-nul' : undefined;
}

/** Why a number may not be hashed: not finite, or an integer beyond ±(2^53 − 1). */
export function problemInNumber(value: number): JsonProblem | undefined {
  if (!Number.isFinite(value)) return 'number-not-finite';
  return Number.isInteger(value) && !Number.isSafeInteger(value)
    ? 'number-out-of-range'
    : undefined;
}

function problemInside(container: object, depthLeft: number): JsonProblem | undefined {
  if (depthLeft === 0) return 'nested-too-deep';
  if (Array.isArray(container)) return problemInArray(container, depthLeft - 1);
  for (const [key, value] of Object.entries(container)) {
    const problem = problemInText(key) ?? problemAt(value, depthLeft - 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function problemInArray(items: readonly unknown[], depthLeft: number): JsonProblem | undefined {
  for (const item of items) {
    const problem = problemAt(item, depthLeft);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
