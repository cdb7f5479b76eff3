import { z } from 'zod';
import { askedWords, caseId, day } from './answers.ts';

/** Marks lines can be chosen by, and how each begins in Japanese. */
export const lineMarks = {
  overdue: '期限超過',
  deviation: '逸脱',
  late: '遅延記録',
  corrected: '訂正あり',
} as const;

/** Which lines of a register are asked for, and in which order; everything may be left out. */
export const lineChoice = z.strictObject({
  status: askedWords(60).optional(),
  /** The days on which lines began, both included. */
  from: day.optional(),
  until: day.optional(),
  /** A person the line names. */
  person: caseId.optional(),
  mark: z.enum(['overdue', 'deviation', 'late', 'corrected']).optional(),
  /** Found anywhere in the line, also in the names it refers to. */
  text: askedWords(100).optional(),
  /** `number`, `occurred`, `status`, `marks` or the name of a field. */
  sort: z
    .string()
    .regex(/^[a-zA-Z]{1,60}$/)
    .optional(),
  order: z.enum(['asc', 'desc']).optional(),
});
