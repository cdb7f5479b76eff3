import { dutyIds } from '@kanribo/annex';
import { z } from 'zod';
import { caseId, contractId, day, declarationName, moment, values } from '../answers.ts';
import { declarationAnswer } from '../declarations.ts';
import { defineRoute } from '../route.ts';

const inContract = z.strictObject({ contract: contractId });
const asOf = z.strictObject({
  /** The day asked about; today without it. */
  day: day.optional(),
  /** What was known then: the end of this day; everything known now without it. */
  known: day.optional(),
});
const page = z.strictObject({
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** How one duty stands. */
const standingAnswer = z.strictObject({
  duty: z.enum(dutyIds),
  title: z.string(),
  clause: z.string(),
  status: z.enum(['not-yet', 'due', 'met', 'overdue', 'breached', 'not-applicable', 'not-watched']),
  dueOn: day.nullable(),
  proofs: z.array(z.number()),
  cases: z.array(z.string()),
  deviations: z.number(),
  /** What a reader must know beside the status, in Japanese. */
  remarks: z.array(z.string()),
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
const lineAnswer = caseAnswer.omit({ steps: true });

/** Names of what ids stand for: people, places, things. */
const names = z.record(z.string(), z.string());

/** Something that waits for somebody. */
const taskAnswer = z.strictObject({
  kind: z.enum(['overdue', 'due', 'deviation', 'client', 'soon', 'unwitnessed']),
  duty: z.enum(dutyIds).nullable(),
  clause: z.string().nullable(),
  title: z.string(),
  dueOn: day.nullable(),
  case: z.string().nullable(),
  isMine: z.boolean(),
});

/** What was recorded; the same again whenever the same `Idempotency-Key` comes again. */
const receiptAnswer = z.strictObject({
  subject: z.string(),
  sequence: z.number(),
  entries: z.number(),
  treeSize: z.number(),
  leafHash: z.string(),
  repeated: z.boolean(),
  /** What a person should know although nothing forbids it, in Japanese. */
  warnings: z.array(z.string()),
});

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

/** What people of a contract ask and do. */
export const contractRoutes = {
  contract: defineRoute({
    method: 'GET',
    path: '/contracts/:contract',
    audience: 'contract',
    summary: '契約のあらまし',
    params: inContract,
    answer: z.strictObject({
      id: contractId,
      isSetUp: z.boolean(),
      title: z.string(),
      client: z.string(),
      contractor: z.string(),
      startsOn: day.nullable(),
      endsOn: day.nullable(),
      size: z.number(),
      today: day,
      roles: z.array(z.string()),
      profile: z.string(),
      readOnly: z.boolean(),
    }),
  }),
  declarations: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/declarations',
    audience: 'contract',
    summary: '管理簿・届出・承認などの定義',
    params: inContract,
    answer: z.strictObject({ declarations: z.array(declarationAnswer) }),
  }),
  dutyMap: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/duty-map',
    audience: 'contract',
    summary: '義務マップ',
    params: inContract,
    query: asOf,
    answer: z.strictObject({ day, standings: z.array(standingAnswer) }),
  }),
  today: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/today',
    audience: 'contract',
    summary: '今日やること',
    params: inContract,
    answer: z.strictObject({
      day,
      tasks: z.array(taskAnswer),
      /** Entries after the last checkpoint the client holds. */
      unwitnessed: z.strictObject({ entries: z.number(), since: moment.nullable() }),
    }),
  }),
  calendar: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/calendar',
    audience: 'contract',
    summary: 'このまま何もしなかったときの予定（90日先まで）',
    params: inContract,
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(90).default(90) }),
    answer: z.strictObject({
      changes: z.array(
        z.strictObject({
          on: day,
          duty: z.enum(dutyIds),
          title: z.string(),
          clause: z.string(),
          from: z.string(),
          to: z.string(),
        }),
      ),
    }),
  }),
  register: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/registers/:declaration',
    audience: 'contract',
    summary: '管理簿・届出・承認などの一覧（新しい順）',
    params: inContract.extend({ declaration: declarationName }),
    query: page.extend({ status: z.string().max(60).optional() }),
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
    body: z.strictObject({
      declaration: declarationName,
      step: z.string().regex(/^[a-z][a-z-]{0,40}$/),
      case: caseId.nullable(),
      occurredAt: moment,
      values,
      falseAlarms: z.array(z.string().max(60)).max(50).default([]),
    }),
    answer: receiptAnswer,
  }),
  tryOut: defineRoute({
    method: 'POST',
    path: '/contracts/:contract/commands/try',
    audience: 'contract',
    summary: '記録せずに、受け付けられるかどうかを確かめる',
    params: inContract,
    body: z.strictObject({
      declaration: declarationName,
      step: z.string().regex(/^[a-z][a-z-]{0,40}$/),
      case: caseId.nullable(),
      occurredAt: moment,
      values,
      falseAlarms: z.array(z.string().max(60)).max(50).default([]),
    }),
    answer: z.strictObject({ warnings: z.array(z.string()) }),
  }),
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
  whereabouts: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/whereabouts',
    audience: 'contract',
    summary: '物の所在',
    params: inContract,
    query: page,
    answer: z.strictObject({
      things: z.array(
        z.strictObject({
          thing: z.string(),
          status: z.enum(['here', 'out', 'ended']),
          place: z.string().nullable(),
          custodian: z.string().nullable(),
          under: z.string().nullable(),
          how: z.string().nullable(),
        }),
      ),
      names,
      balance: z.strictObject({
        created: z.number(),
        here: z.number(),
        out: z.number(),
        ended: z.number(),
      }),
      next: z.number().nullable(),
    }),
  }),
} as const;
