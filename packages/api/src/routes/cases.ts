import { z } from 'zod';
import { caseId, contractId, day, declarationName, moment, values } from '../answers.ts';
import { lineChoice } from '../line-choice.ts';
import { receiptAnswer } from '../receipt.ts';
import { defineRoute } from '../route.ts';
import { thingChoice } from '../thing-choice.ts';

const inContract = z.strictObject({ contract: contractId });
const page = z.strictObject({
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A step as it is sent, of an existing case or one that it opens. */
const commandBody = z.strictObject({
  declaration: declarationName,
  step: z.string().regex(/^[a-z][a-z-]{0,40}$/),
  case: caseId.nullable(),
  occurredAt: moment,
  values,
  falseAlarms: z.array(z.string().max(60)).max(50).default([]),
});

/** One step a case has taken. */
const stepAnswer = z.strictObject({
  sequence: z.number(),
  step: z.string(),
  status: z.string(),
  occurredAt: moment,
  recordedAt: moment,
  actor: z.string(),
  isLate: z.boolean(),
  values,
  /** Names, addresses and remarks of this step; what was erased is named in `erased`. */
  particulars: z.record(z.string(), z.string()),
  erased: z.array(z.string()),
  /** The row of a file it was brought in from; null where it was entered by itself. */
  source: z.strictObject({ import: caseId, row: z.number() }).nullable(),
});

/** A case with all that is known of it. */
const caseAnswer = z.strictObject({
  id: z.string(),
  declaration: z.string(),
  status: z.string(),
  /** Sequence of its last step: what `If-Match` is compared with. */
  version: z.number(),
  values,
  particulars: z.record(z.string(), z.string()),
  steps: z.array(stepAnswer),
  /** 逸脱, 遅延, 期限超過, 訂正: what must not be overlooked, in Japanese. */
  marks: z.array(z.string()),
});

/** A line of a list: a case without its history. */
const lineAnswer = caseAnswer.omit({ steps: true }).extend({
  /** When the step that opened it happened. */
  occurredAt: moment,
});

/** Names of what ids stand for: people, places, things. */
const names = z.record(z.string(), z.string());

/** What is asked of registers, cases and things, and what is recorded of them. */
export const caseRoutes = {
  register: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/registers/:declaration',
    audience: 'contract',
    summary: '管理簿・届出・承認などの一覧（新しい順。絞り込みと並べ替え）',
    params: inContract.extend({ declaration: declarationName }),
    query: page.extend(lineChoice.shape),
    answer: z.strictObject({
      lines: z.array(lineAnswer),
      names,
      total: z.number(),
      /** Give it as `after` for the next page; null at the end. */
      next: z.number().nullable(),
    }),
  }),
  case: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/cases/:case',
    audience: 'contract',
    summary: '一件の記録と経過',
    params: inContract.extend({ case: caseId }),
    answer: z.strictObject({ case: caseAnswer, names }),
  }),
  execute: defineRoute({
    method: 'POST',
    path: '/contracts/:contract/commands',
    audience: 'contract',
    summary: '記録する（Idempotency-Key、If-Match）',
    params: inContract,
    body: commandBody,
    answer: receiptAnswer,
  }),
  tryOut: defineRoute({
    method: 'POST',
    path: '/contracts/:contract/commands/try',
    audience: 'contract',
    summary: '記録せずに、受け付けられるかどうかを確かめる',
    params: inContract,
    body: commandBody,
    answer: z.strictObject({ warnings: z.array(z.string()) }),
  }),
  whereabouts: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/whereabouts',
    audience: 'contract',
    summary: '物の所在（新しい順。絞り込みと並べ替え）',
    params: inContract,
    query: page.extend(thingChoice.shape),
    answer: z.strictObject({
      things: z.array(
        z.strictObject({
          thing: z.string(),
          kind: z.string().nullable(),
          status: z.enum(['here', 'out', 'ended']),
          place: z.string().nullable(),
          custodian: z.string().nullable(),
          under: z.string().nullable(),
          how: z.string().nullable(),
          /** The day by which it is to be back, of what was taken out. */
          dueOn: day.nullable(),
          isOverdue: z.boolean(),
        }),
      ),
      names,
      /** How many fit what was asked for. */
      total: z.number(),
      balance: z.strictObject({
        created: z.number(),
        here: z.number(),
        out: z.number(),
        ended: z.number(),
      }),
      /** Give it as `after` for the next page; null at the end. */
      next: z.number().nullable(),
    }),
  }),
} as const;
