/** The bytes with one bit the other way, for each of their bits. */
export function* withEachBitFlipped(bytes: Uint8Array): Generator<Uint8Array> {
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const place = bit >> 3;
    yield bytes.with(place, (bytes[place] ?? 0) ^ (1 << (bit & 7)));
  }
}

/** The text with one character replaced by another, at each place, for each of the others. */
export function* withEachCharacterReplaced(text: string, others: string): Generator<string> {
  for (let place = 0; place < text.length; place += 1) {
    for (const other of others) {
      if (other !== text[place]) yield text.slice(0, place) + other + text.slice(place + 1);
    }
  }
}
