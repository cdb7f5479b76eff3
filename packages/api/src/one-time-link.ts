/** What a one-time link begins: the first administrator, or an account somebody was invited to. */
export type OneTimeLink = 'set-up' | 'invitation';

/** What a token of ours looks like (base64url). */
export const tokenShape = /^[A-Za-z0-9_-]{20,100}$/;

/**
 * Where a one-time link leads, below the address of the server. The token stands in the fragment,
 * which no browser sends (RFC 9110 §4.2.5), so that it is in no log on the way.
 */
export function linkPath(kind: OneTimeLink, token: string): string {
  return `/${kind}#${token}`;
}

/** The token in the fragment of an address, without its `#`; undefined where there is none. */
export function tokenIn(fragment: string): string | undefined {
  return tokenShape.test(fragment) ? fragment : undefined;
}
