const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const noDigit = 0x40;
const valueOfCode = new Uint8Array(128).fill(noDigit);
for (let value = 0; value < 64; value += 1) valueOfCode[alphabet.charCodeAt(value)] = value;

/** Base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  const whole = bytes.length - (bytes.length % 3);
  let text = '';
  for (let index = 0; index < whole; index += 3) {
    const bits = tripleAt(bytes, index);
    text += digit(bits >> 18) + digit(bits >> 12) + digit(bits >> 6) + digit(bits);
  }
  return text + lastGroup(bytes, whole);
}

function lastGroup(bytes: Uint8Array, from: number): string {
  const left = bytes.length - from;
  if (left === 0) return '';
  const bits = tripleAt(bytes, from);
  const third = left === 2 ? digit(bits >> 6) : '=';
  return `${digit(bits >> 18)}${digit(bits >> 12)}${third}=`;
}

const tripleAt = (bytes: Uint8Array, index: number): number =>
  ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);

const digit = (bits: number): string => alphabet[bits & 63] ?? '';

/**
 * The bytes of base64 (RFC 4648 §4), strictly: undefined unless encoding them gives exactly `text`
 * back. So no line breaks, no missing padding, no stray bits in the last digit.
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = paddingOf(text);
  const digitCount = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let bits = 0;
  let length = 0;
  for (let index = 0; index < digitCount; index += 1) {
    const value = valueOfCode[text.charCodeAt(index)] ?? noDigit;
    if (value === noDigit) return undefined;
    bits = ((bits << 6) | value) & 0xffffff;
    const place = index % 4;
    if (place !== 0) {
      bytes[length] = bits >> (6 - 2 * place);
      length += 1;
    }
  }
  const strayBits = bits & ((1 << (2 * padding)) - 1);
  return strayBits === 0 ? bytes : undefined;
}

function paddingOf(text: string): 0 | 1 | 2 {
  if (text.endsWith('==')) return 2;
  return text.endsWith('=') ? 1 : 0;
}
