import { X509Certificate } from 'node:crypto';
import { routes } from '@kanribo/api';
import { type Moment, momentOf, ok } from '@kanribo/kernel';
import { publicAddress } from '../http/address.ts';
import { handle } from '../http/handle.ts';
import { type ServerSettings, type Tls, namesIn } from '../http/settings.ts';
import type { Parts } from '../parts.ts';

/** Under which name and certificate the server stands: what each connection is told anyway. */
export function connectionHandlers({ clock }: Parts, settings: ServerSettings) {
  const passkeyHost = publicAddress(settings).host ?? null;
  const certificate = settings.tls === undefined ? null : shown(settings.tls);
  return {
    connection: handle(routes.connection, async () =>
      ok({ body: { passkeyHost, certificate, serverTime: clock.now() } }),
    ),
  };
}

function shown({ certificate, authority }: Tls) {
  const { issuer, validFrom, validTo } = new X509Certificate(certificate);
  const common = /^CN=(.+)$/mu.exec(issuer)?.[1];
  return {
    names: namesIn(certificate).map((name) => name.replace(/^\[(.+)\]$/u, '$1')),
    from: at(validFrom),
    to: at(validTo),
    issuer: common ?? issuer.replaceAll('\n', '、'),
    isOwn: authority !== undefined,
  };
}

const at = (text: string): Moment => momentOf(Date.parse(text));
