/**
 * Ends every `switch` over a closed union: a case that is missing does not compile.
 * @throws {TypeError} when a value from outside the union reached it at run time.
 */
export function exhaustive(value: never): never {
  throw new TypeError(`a case nobody wrote: ${JSON.stringify(value)}`);
}
