type Search = Readonly<Record<string, unknown>>;

/** The texts an address asks by, behind its question mark; numbers come as they are written. */
export function textsAsked(
  search: Search,
  names: readonly string[],
): Readonly<Record<string, string>> {
  const said = names.flatMap((name) => {
    const text = search[name];
    const isText = typeof text === 'string' || typeof text === 'number';
    return isText && text !== '' ? [[name, String(text)] as const] : [];
  });
  return Object.fromEntries(said);
}

/** The choice an address names, by itself; nothing where it names none that there is. */
export function choiceAsked<Name extends string, Choice extends string>(
  search: Search,
  name: Name,
  choices: readonly Choice[],
): Partial<Record<Name, Choice>>;
export function choiceAsked(search: Search, name: string, choices: readonly string[]) {
  const choice = choices.find((one) => one === search[name]);
  return choice === undefined ? {} : { [name]: choice };
}
