const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const takenFor: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };
const bitsOfSymbol = 5;

/** Bytes as Crockford base32 symbols 0–31, five bits each, high bits first; zero bits fill up. */
export function toSymbols(bytes: Uint8Array): readonly number[] {
  const symbols: number[] = [];
  let pending = 0;
  let pendingBits = 0;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    pendingBits += 8;
    while (pendingBits >= bitsOfSymbol) {
      pendingBits -= bitsOfSymbol;
      symbols.push((pending >> pendingBits) & 31);
    }
    pending &= (1 << pendingBits) - 1;
  }
  if (pendingBits > 0) symbols.push((pending << (bitsOfSymbol - pendingBits)) & 31);
  return symbols;
}

/** The bytes of {@link toSymbols}; undefined when the bits that fill up are not zero. */
export function fromSymbols(symbols: readonly number[]): Uint8Array | undefined {
  const bytes: number[] = [];
  let pending = 0;
  let pendingBits = 0;
  for (const symbol of symbols) {
    pending = (pending << bitsOfSymbol) | symbol;
    pendingBits += bitsOfSymbol;
    if (pendingBits < 8) continue;
    pendingBits -= 8;
    bytes.push(pending >> pendingBits);
    pending &= (1 << pendingBits) - 1;
  }
  return pending === 0 && pendingBits < bitsOfSymbol ? Uint8Array.from(bytes) : undefined;
}

/** The symbols in writing: digits and capital letters, without I, L, O and U. */
export function writeSymbols(symbols: readonly number[]): string {
  return symbols.map((symbol) => alphabet[symbol] ?? '').join('');
}

/**
 * The symbols of what a person typed: small letters are capital ones, I and L are 1, O is 0;
 * undefined for any other character.
 */
export function readSymbols(text: string): readonly number[] | undefined {
  const symbols: number[] = [];
  for (const character of text) {
    const capital = character >= 'a' && character <= 'z' ? character.toUpperCase() : character;
    const symbol = alphabet.indexOf(takenFor[capital] ?? capital);
    if (symbol < 0) return undefined;
    symbols.push(symbol);
  }
  return symbols;
}
