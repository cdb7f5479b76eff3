import { routes } from '@kanribo/api';
import { ok } from '@kanribo/kernel';
import { handle } from '../http/handle.ts';
import { type ServerSettings, deviceAuthorityOf } from '../http/settings.ts';
import type { Parts } from '../parts.ts';
import { provedOnly } from '../rights/proved-only.ts';
import { done } from '../sign-in/account-problem.ts';

/** Devices that are known by their client certificate. */
export function deviceHandlers(parts: Parts, { tls }: ServerSettings) {
  const { accounts } = parts;
  const isAsked = tls !== undefined && deviceAuthorityOf(tls) !== undefined;
  return {
    ...provedOnly(parts, registeringHandlers(parts)),
    devices: handle(routes.devices, async () => {
      const devices = await accounts.certificateDevices();
      const registered = new Set(
        devices.filter(({ endedAt }) => endedAt === null).map(({ certificate }) => certificate),
      );
      const issued = (await parts.issuedDevices()).filter(
        ({ certificate }) => !registered.has(certificate),
      );
      return ok({ body: { isAsked, devices, issued } });
    }),
    endCertificate: handle(routes.endCertificate, async ({ held, params: { certificate } }) =>
      done(await accounts.endCertificate({ by: held.session, certificate })),
    ),
  };
}

function registeringHandlers({ accounts }: Parts) {
  return {
    registerCertificate: handle(routes.registerCertificate, async ({ held, body }) =>
      done(await accounts.registerCertificate({ by: held.session, ...body })),
    ),
  };
}
