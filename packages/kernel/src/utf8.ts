import { KernelFault } from './kernel-fault.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
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
