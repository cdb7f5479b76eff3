import { toBase64, toHex, utf8 } from '@kanribo/kernel';
import type { Sha256 } from '@kanribo/merkle';
import type { Random } from '../ports.ts';

/** A token as its bearer has it, and the hash under which it is known here. */
export interface FreshToken {
  /** 256 random bits, base64url. */
  readonly token: string;
  /** SHA-256 of the token's text, lower-case hex. */
  readonly hash: string;
}

/** A token nobody had before. */
export function freshToken(tools: {
  readonly random: Random;
  readonly sha256: Sha256;
}): FreshToken {
  const token = base64Url(tools.random.bytes(32));
  return { token, hash: tokenHash(tools, token) };
}

/** The hash under which a token is known; it tells nothing of the token. */
export const tokenHash = ({ sha256 }: { readonly sha256: Sha256 }, token: string): string =>
  toHex(sha256(utf8(token)));

/** The id of a new secret: 128 random bits in hex. */
export const freshSecretId = (random: Random): string => toHex(random.bytes(16));

const base64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
