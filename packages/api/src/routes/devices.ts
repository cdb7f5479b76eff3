import { z } from 'zod';
import { moment, registeredDevice } from '../answers.ts';
import { defineRoute } from '../route.ts';

/** SHA-256 of a certificate in lower-case hex. */
const certificate = z.string().regex(/^[0-9a-f]{64}$/);

/** Devices that are known by their TLS client certificate. */
export const deviceRoutes = {
  devices: defineRoute({
    method: 'GET',
    path: '/devices',
    audience: 'administrator',
    summary: '証明書による登録端末と、まだ登録していない証明書',
    answer: z.strictObject({
      /** Whether the server asks for client certificates at all. */
      isAsked: z.boolean(),
      devices: z.array(
        registeredDevice.extend({
          certificate,
          /** When it was ended; null while it is registered. */
          endedAt: moment.nullable(),
        }),
      ),
      /** What the authority of the keys directory issued that counts still and is not registered. */
      issued: z.array(z.strictObject({ certificate, title: z.string(), to: moment })),
    }),
  }),
  registerCertificate: defineRoute({
    method: 'POST',
    path: '/devices',
    audience: 'administrator',
    summary: '端末を、証明書（TLS）によって登録端末にする',
    body: z.strictObject({ certificate, title: z.string().min(1).max(60) }),
    answerKind: 'nothing',
  }),
  endCertificate: defineRoute({
    method: 'DELETE',
    path: '/devices/:certificate',
    audience: 'administrator',
    summary: '証明書による登録端末の登録を取り消し、その端末のサインインを終わらせる',
    params: z.strictObject({ certificate }),
    answerKind: 'nothing',
  }),
} as const;
