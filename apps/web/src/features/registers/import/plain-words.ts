/** Words by which names and titles are compared: NFKC, without spaces, brackets and marks. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[（(][^（()）]*[)）]/gu, '')
    .replaceAll(/[\s・、。,.:：／/_‐-]/gu, '');
}

/** Names of people and things: as written but for width and spaces. */
export const plainName = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
