import { dutyIds } from '@kanribo/annex';
import { z } from 'zod';
import { caseId, contractId, day } from '../answers.ts';
import { defineRoute } from '../route.ts';

const inContract = z.strictObject({ contract: contractId });
const onDay = z.strictObject({ day: day.optional() });
const names = z.record(z.string(), z.string());
const dayOrNone = day.nullable();

/** Views that bring several cases together. */
export const viewRoutes = {
  clientWords: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/client-words',
    audience: 'contract',
    summary: '委託者の承認とその他の意思表示（期間、対象、使われた記録）',
    params: inContract,
    query: onDay,
    answer: z.strictObject({
      words: z.array(
        z.strictObject({
          case: caseId,
          title: z.string(),
          duty: z.enum(dutyIds).nullable(),
          status: z.string(),
          isApproval: z.boolean(),
          /** Null where the case does not say in which form. */
          form: z.string().nullable(),
          from: z.string().nullable(),
          until: z.string().nullable(),
          hasReference: z.boolean(),
          /** Evidence of the client's paper, or null. */
          paper: z.string().nullable(),
          /** Still somebody's spoken word, and the day its paper is due. */
          isUnconfirmed: z.boolean(),
          paperDueOn: z.string().nullable(),
          proof: z.number(),
          /** Cases that stand on it. */
          usedBy: z.array(z.string()),
        }),
      ),
      names,
    }),
  }),
  subcontracts: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/subcontracts',
    audience: 'contract',
    summary: '再委託の体系',
    params: inContract,
    query: onDay,
    answer: z.strictObject({
      nodes: z.array(
        z.strictObject({
          case: caseId,
          /** The node it works for; null where that is the contractor. */
          parent: z.string().nullable(),
          depth: z.number(),
          stage: z.enum(['planned', 'contracted', 'active', 'stopped', 'ended', 'dropped', 'none']),
          dates: z.strictObject({
            confirmed: dayOrNone,
            applied: dayOrNone,
            approved: dayOrNone,
            contracted: dayOrNone,
            handed: dayOrNone,
          }),
          missing: z.array(z.string()),
          outOfOrder: z.array(z.string()),
          unchecked: z.number(),
          status: z.string(),
        }),
      ),
      names,
    }),
  }),
  verifierKey: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/verifier-key',
    audience: 'contract',
    summary: '検証鍵（届け出る値）',
    params: inContract,
    answer: z.strictObject({
      origin: z.string(),
      verifierKey: z.string(),
      /** SHA-256 of the verifier key's text, lower-case hex. */
      fingerprint: z.string(),
    }),
  }),
} as const;
