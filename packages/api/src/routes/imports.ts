import { z } from 'zod';
import { contractId, declarationName, moment, values } from '../answers.ts';
import { receiptAnswer } from '../receipt.ts';
import { defineRoute } from '../route.ts';

const inContract = z.strictObject({ contract: contractId });

/** Rows for one step of one declaration, each opening a case. */
const importBody = z.strictObject({
  declaration: declarationName,
  step: z.string().regex(/^[a-z][a-z-]{0,40}$/),
  rows: z
    .array(
      z.strictObject({
        occurredAt: moment,
        values,
        falseAlarms: z.array(z.string().max(60)).max(50).default([]),
      }),
    )
    .min(1)
    .max(500),
});

/** Bringing in an existing register. */
export const importRoutes = {
  previewImport: defineRoute({
    method: 'POST',
    path: '/contracts/:contract/imports/preview',
    audience: 'contract',
    summary: '既存の管理簿の行を記録できるか、一行ずつ確かめる（記録しない）',
    params: inContract,
    body: importBody,
    answer: z.strictObject({
      rows: z.array(
        z.strictObject({
          isAccepted: z.boolean(),
          /** Why not, in Japanese; null where it is accepted. */
          message: z.string().nullable(),
          detail: z.string().nullable(),
          clause: z.string().nullable(),
          wayOut: z.array(z.string()),
          warnings: z.array(z.string()),
        }),
      ),
    }),
  }),
  importRows: defineRoute({
    method: 'POST',
    path: '/contracts/:contract/imports',
    audience: 'contract',
    summary: '既存の管理簿の行をまとめて記録する（すべてか、一行も記録しないか。Idempotency-Key）',
    params: inContract,
    body: importBody,
    answer: receiptAnswer,
  }),
} as const;
