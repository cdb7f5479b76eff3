import { mostImportedRows } from '@kanribo/domain';
import { z } from 'zod';
import { caseId, contractId, declarationName, moment, values } from '../answers.ts';
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

/** The file rows come from, which stays with its owner: what the page that read it says of it. */
const sourceFile = z.strictObject({
  name: z.string().min(1).max(255),
  /** Null where it has one sheet without a name. */
  sheet: z.string().min(1).max(100).nullable(),
  /** SHA-256 of its bytes, lower-case hex. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

const fileRow = z.strictObject({
  /** Its number as a spreadsheet shows it. */
  row: z.int().min(1).max(1_048_576),
  steps: z.array(rowStep).min(1).max(12),
  /** Whether the time of the first step is the row's own; otherwise its day alone is. */
  isTimeStated: z.boolean().default(true),
  /** Whether a person brings it in knowing that a line or another row says the same. */
  isTakenKnowingly: z.boolean().default(false),
});

/** Lines of one declaration: each opens a case and takes it on as far as the line tells. */
const importBody = z.strictObject({
  declaration: declarationName,
  file: sourceFile,
  rows: z
    .array(fileRow)
    .min(1)
    .max(mostImportedRows)
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
          /** The line, or the number of the earlier row, that says the same; null where none does. */
          repeats: z
            .strictObject({
              case: caseId.nullable(),
              name: z.string().nullable(),
              row: z.number().nullable(),
            })
            .nullable(),
        }),
      ),
      /** How many imports of this file into this register were struck out. */
      struck: z.number(),
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
