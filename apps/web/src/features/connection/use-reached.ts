import { useQuery } from '@tanstack/react-query';
import { type Reached, plainHost } from './reached.ts';

/** So long a browser takes at most to refuse passkeys on a page whose certificate it distrusts. */
const refusingMs = 1000;

/** How this browser reached the server; undefined while it is found out. */
export function useReached(): Reached | undefined {
  const { data } = useQuery({ queryKey: ['reached'], queryFn: reached, staleTime: Infinity });
  return data;
}

async function reached(): Promise<Reached> {
  const knowsPasskeys = typeof PublicKeyCredential !== 'undefined';
  return {
    host: plainHost(window.location.hostname),
    isSecure: window.isSecureContext,
    knowsPasskeys,
    trust: await trust(),
  };
}

/**
 * Whether the browser trusts the certificate. A page that was opened past a warning is not told so,
 * but passkeys are refused there: asked for one without a word to the person, a browser that trusts
 * the page goes on waiting, the other refuses at once.
 */
async function trust(): Promise<Reached['trust']> {
  if (window.location.protocol !== 'https:') return 'unknown';
  if (typeof PublicKeyCredential === 'undefined') return 'unknown';
  const isAskable = await PublicKeyCredential.isConditionalMediationAvailable?.();
  if (!isAskable) return 'unknown';
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), refusingMs);
  try {
    const challenge = new Uint8Array(16);
    const { signal } = waiting;
    await navigator.credentials.get({ mediation: 'conditional', signal, publicKey: { challenge } });
    return 'trusted';
  } catch (fault) {
    if (waiting.signal.aborted) return 'trusted';
    const name = fault instanceof Error ? fault.name : '';
    return name === 'NotAllowedError' ? 'untrusted' : 'unknown';
  } finally {
    clearTimeout(timer);
  }
}
