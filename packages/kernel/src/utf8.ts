import { KernelFault } from './kernel-fault.ts';

declare const TextEncoder: new () => {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, target: Uint8Array): { readonly written: number };
};
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal: true; readonly ignoreBOM: true },
) => { decode(bytes: Uint8Array): string };

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The UTF-8 bytes of a text, without a byte order mark.
 * @throws {KernelFault} `text-ill-formed` on a lone surrogate, which UTF-8 cannot hold: the
 * platform would write U+FFFD for it and let two texts have one digest.
 */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  if (!text.isWellFormed()) throw new KernelFault('text-ill-formed', 'no UTF-8 for this text');
  return encoder.encode(text);
}

/**
 * {@link utf8} with one buffer for all calls, each of which changes what the one before answered:
 * for hashing many texts. So many bytes before the text are the caller's to write.
 */
export function reusedUtf8(before = 0): (text: string) => Uint8Array {
  let buffer = new Uint8Array(startingBytes);
  return (text) => {
    if (!text.isWellFormed()) throw new KernelFault('text-ill-formed', 'no UTF-8 for this text');
    const atMost = before + bytesPerUnitAtMost * text.length;
    if (atMost > buffer.length) buffer = new Uint8Array(2 * atMost);
    const { written } = encoder.encodeInto(text, buffer.subarray(before));
    return buffer.subarray(0, before + written);
  };
}

const startingBytes = 4_096;
/** A UTF-16 unit takes at most three bytes; a pair of them four. */
const bytesPerUnitAtMost = 3;

/**
 * The text of UTF-8 bytes; undefined when they are not well-formed UTF-8. A byte order mark stays
 * in the text, so that {@link utf8} always gives the same bytes back.
 */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
