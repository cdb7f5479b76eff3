import { z } from 'zod';

/** What was recorded; the same again whenever the same `Idempotency-Key` comes again. */
export const receiptAnswer = z.strictObject({
  subject: z.string(),
  sequence: z.number(),
  entries: z.number(),
  treeSize: z.number(),
  leafHash: z.string(),
  repeated: z.boolean(),
  /** What a person should know although nothing forbids it, in Japanese. */
  warnings: z.array(z.string()),
});
