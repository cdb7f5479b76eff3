import { z } from 'zod';
import { contractId, declarationName, moment, values } from '../answers.ts';
import { receiptAnswer } from '../receipt.ts';
import { defineRoute } from '../route.ts';

const inContract = z.strictObject({ contract: contractId });

/** One step a row tells of. */
const rowStep = z.strictObject({
  step: z.string().regex(/^[a-z][a-z-]{0,40}$/),
  occurredAt: moment,
  values,
  falseAlarms: z.array(z.string().max(60)).max(50).default([]),
});

/** In all rows together: what they are tried on grows with each of them. */
const mostSteps = 4000;

/** Lines of one declaration: each opens a case and takes it on as far as the line tells. */
const importBody = z.strictObject({
  declaration: declarationName,
  rows: z
    .array(z.strictObject({ steps: z.array(rowStep).min(1).max(12) }))
    .min(1)
    .max(2000)
    .refine((rows) => rows.reduce((sum, { steps }) => sum + steps.length, 0) <= mostSteps),
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
          /** The step of the row that is refused, from 0; null where it is accepted. */
          step: z.number().nullable(),
          /** Label of the field that is in the way; null where it is none. */
          field: z.string().nullable(),
          /** Why not, in Japanese; null where it is accepted. */
          message: z.string().nullable(),
          detail: z.string().nullable(),
          clause: z.string().nullable(),
          wayOut: z.array(z.string()),
          warnings: z.array(z.string()),
          /** What it would be recorded with as having been against a duty, in Japanese. */
          deviations: z.array(z.string()),
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
