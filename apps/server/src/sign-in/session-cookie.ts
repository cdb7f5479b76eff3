import type { FastifyReply } from 'fastify';
import type { ServerSettings } from '../http/settings.ts';

/** The cookie that holds a session's token. */
export interface SessionCookie {
  readonly name: string;
  /** The token of a request's cookies; none where it stands there twice, as another page may add one. */
  tokenIn(cookies: string | undefined): string | undefined;
  /** Holds a token from now on, or none. */
  set(reply: FastifyReply, token: string | null): void;
}

/**
 * No script reads it, no other site sends it, and it ends with the browser. The prefix makes
 * browsers refuse one that another host or a plain connection has set (RFC 6265bis §4.1.3.2).
 */
export function sessionCookie({ tls }: Pick<ServerSettings, 'tls'>): SessionCookie {
  const secure = tls !== undefined;
  const name = secure ? '__Host-kanribo' : 'kanribo';
  const options = { httpOnly: true, path: '/', sameSite: 'strict', secure } as const;
  return {
    name,
    tokenIn: (cookies = '') => {
      const pairs = cookies.split(';').map((pair) => pair.trim());
      const found = pairs.filter((pair) => pair.startsWith(`${name}=`));
      return found.length === 1 ? found[0]?.slice(name.length + 1) : undefined;
    },
    set: (reply, token) => {
      if (token === null) forget(reply.clearCookie(name, options));
      else reply.setCookie(name, token, options);
    },
  };
}

/** The browser forgets what it kept, also pages that going back in the history would show again. */
function forget(reply: FastifyReply): void {
  reply.header('clear-site-data', '"cache", "storage"');
}
