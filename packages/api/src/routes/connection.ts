import { z } from 'zod';
import { moment } from '../answers.ts';
import { defineRoute } from '../route.ts';

/** What a browser needs to tell whether it reached the server as it should. */
export const connectionRoutes = {
  connection: defineRoute({
    method: 'GET',
    path: '/connection',
    audience: 'anybody',
    summary: 'サーバーの名前と証明書',
    answer: z.strictObject({
      /** The host name passkeys are bound to; null where the server has no name. */
      passkeyHost: z.string().nullable(),
      /** What every connection is told anyway; null where none is under TLS. */
      certificate: z
        .strictObject({
          /** Host names, and addresses without brackets. */
          names: z.array(z.string()),
          from: moment,
          to: moment,
          issuer: z.string(),
          /** Whether the authority of the keys directory signed it. */
          isOwn: z.boolean(),
        })
        .nullable(),
      /** The client certificate that this connection shows. */
      device: z.discriminatedUnion('state', [
        z.strictObject({ state: z.literal('not-asked') }),
        z.strictObject({ state: z.literal('none') }),
        z.strictObject({
          state: z.literal('refused'),
          because: z.enum(['not-ours', 'other-purpose', 'not-yet', 'ended']),
          fingerprint: z.string(),
        }),
        z.strictObject({
          state: z.literal('shown'),
          subject: z.string(),
          /** SHA-256 in lower-case hex. */
          fingerprint: z.string(),
          to: moment,
          isRegistered: z.boolean(),
        }),
      ]),
      serverTime: moment,
    }),
  }),
} as const;
