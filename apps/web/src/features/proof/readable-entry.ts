/** An entry's text with a line for each value; the text itself where it is no JSON. */
export function readableEntry(entry: string): string {
  try {
    const parsed: unknown = JSON.parse(entry);
    return JSON.stringify(parsed, null, 2);
  } catch {
    return entry;
  }
}
