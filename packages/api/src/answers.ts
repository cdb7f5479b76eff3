import { dutyIds } from '@kanribo/annex';
import { findIndividualNumbers } from '@kanribo/kernel';
import { z } from 'zod';
import { errorDescriptions } from './errors.ts';

const codes = Object.keys(errorDescriptions);

/** What every refused or failed request is answered with. */
export const errorAnswer = z.strictObject({
  code: z.string().refine((code) => codes.includes(code)),
  /** What happened and what to do, in Japanese. */
  message: z.string(),
  /** The finer code, e.g. of a refusal of the register. */
  detail: z.string().optional(),
  /** The field or key that does not fit. */
  field: z.string().optional(),
  duty: z.enum(dutyIds).optional(),
  /** The clause of the contract's annex, e.g. `20(3)`. */
  clause: z.string().optional(),
  /** True where our own rule, and not the clause itself, stands behind it. */
  house: z.boolean().optional(),
  /** Lawful ways out, shortest first, in Japanese. */
  wayOut: z.array(z.string()).optional(),
  /** Seconds to wait. */
  retryAfter: z.number().optional(),
  /** Tells one request in the server's own log. */
  requestId: z.string(),
});

/** What every refused or failed request is answered with. */
export type ErrorAnswer = z.infer<typeof errorAnswer>;

/** Words that something is asked for by: they stand in addresses, where no Individual Number may. */
export const askedWords = (most: number) =>
  z
    .string()
    .max(most)
    .refine((words) => findIndividualNumbers(words).length === 0);

/** A day, `2026-04-01`. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A moment in UTC with milliseconds, `2026-04-01T00:00:00.000Z`. */
export const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);

/** Id of a case, `<declaration>-<n>`. */
export const caseId = z.string().regex(/^[a-z][a-z0-9-]{0,80}-[1-9][0-9]{0,9}$/);

/** Name of a declared case. */
export const declarationName = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/);

/** Id of a contract. */
export const contractId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);

/** Values of facts and particulars, by field. */
export const values = z.record(z.string(), z.json());

/** A registered device (登録端末): what it is called, and who registered it when. */
export const registeredDevice = z.strictObject({
  title: z.string(),
  by: z.string(),
  since: moment,
});
