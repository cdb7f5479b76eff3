import { dutyIds } from '@kanribo/annex';
import { z } from 'zod';
import { contractId, day, moment } from '../answers.ts';
import { declarationAnswer } from '../declarations.ts';
import { defineRoute } from '../route.ts';

const inContract = z.strictObject({ contract: contractId });
const asOf = z.strictObject({
  /** The day asked about; today without it. */
  day: day.optional(),
  /** What was known then: the end of this day; everything known now without it. */
  known: day.optional(),
});

/** How one duty stands. */
const standingAnswer = z.strictObject({
  duty: z.enum(dutyIds),
  title: z.string(),
  clause: z.string(),
  status: z.enum(['not-yet', 'due', 'met', 'overdue', 'breached', 'not-applicable', 'not-watched']),
  dueOn: day.nullable(),
  /** Whether that day is our own rule (当社の定め). */
  isDueByHouse: z.boolean(),
  proofs: z.array(z.number()),
  cases: z.array(z.string()),
  deviations: z.number(),
  /** What a reader must know beside the status, in Japanese. */
  remarks: z.array(z.string()),
});

/** Names of what ids stand for: people, places, things. */
const names = z.record(z.string(), z.string());

/** Something that waits for somebody. */
const taskAnswer = z.strictObject({
  kind: z.enum(['overdue', 'due', 'deviation', 'client', 'soon', 'unwitnessed']),
  duty: z.enum(dutyIds).nullable(),
  clause: z.string().nullable(),
  title: z.string(),
  dueOn: day.nullable(),
  isDueByHouse: z.boolean(),
  case: z.string().nullable(),
  /** The case a deviation is one of; null for everything else. */
  of: z.string().nullable(),
  isMine: z.boolean(),
});

/** What people of a contract ask of it as a whole. */
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
      /** The last day of an external auditor (外部の監査人); null for everybody else. */
      auditUntil: day.nullable(),
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
      /** What the cases of the tasks are called. */
      names,
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
} as const;
