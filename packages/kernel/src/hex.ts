const digits = '0123456789abcdef';
const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const noDigit = 0x80;
const valueOfCode = new Uint8Array(128).fill(noDigit);
for (let value = 0; value < 16; value += 1) valueOfCode[digits.charCodeAt(value)] = value;

/** Lower-case hex, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 1) text += pairs[bytes[index] ?? 0] ?? '';
  return text;
}

/**
 * A digest as people compare it: four digits of lower-case hex at a time, with colons between. In
 * one run twelve decimal digits could stand together and be taken for an Individual Number.
 */
export function formatFingerprint(digest: Uint8Array): string {
  return toHex(digest).replaceAll(/.{4}(?=.)/g, '$&:');
}

/** The bytes of lower-case hex; undefined for upper case, an odd length or anything else. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 2 !== 0) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index += 1) {
    const high = valueOfCode[text.charCodeAt(2 * index)] ?? noDigit;
    const low = valueOfCode[text.charCodeAt(2 * index + 1)] ?? noDigit;
    if (((high | low) & noDigit) !== 0) return undefined;
    bytes[index] = (high << 4) | low;
  }
  return bytes;
}
