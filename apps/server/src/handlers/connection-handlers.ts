import { X509Certificate } from 'node:crypto';
import { routes } from '@kanribo/api';
import { type Moment, momentOf, ok } from '@kanribo/kernel';
import { publicAddress } from '../http/address.ts';
import type { ConnectionDevice } from '../http/client-certificate.ts';
import { handle } from '../http/handle.ts';
import { type ServerSettings, type Tls, namesIn } from '../http/settings.ts';
import type { Parts } from '../parts.ts';

/**
 * Under which name and certificate the server stands, which each connection is told anyway, and
 * what that connection shows of its own device.
 */
export function connectionHandlers({ accounts, clock }: Parts, settings: ServerSettings) {
  const passkeyHost = publicAddress(settings).host ?? null;
  const certificate = settings.tls === undefined ? null : shown(settings.tls);
  return {
    connection: handle(routes.connection, async ({ device: found }) => {
      const device = await shownDevice(accounts, found);
      return ok({ body: { passkeyHost, certificate, device, serverTime: clock.now() } });
    }),
  };
}

async function shownDevice(accounts: Parts['accounts'], device: ConnectionDevice) {
  if (device.state !== 'shown') return device;
  const { certificate, to } = device;
  const isRegistered = await accounts.isRegistered(certificate);
  return { state: 'shown', ...certificate, to, isRegistered } as const;
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
