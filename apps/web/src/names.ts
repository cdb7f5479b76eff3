/** What an id is called where its name came along; the id itself where it did not. */
export function nameOf(names: Readonly<Record<string, string>>, id: string): string {
  return names[id] ?? id;
}
