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
      serverTime: moment,
    }),
  }),
} as const;
