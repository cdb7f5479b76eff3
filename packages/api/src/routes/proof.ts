import { dutyIds } from '@kanribo/annex';
import { z } from 'zod';
import { caseId, contractId, moment, values } from '../answers.ts';
import { lineChoice } from '../line-choice.ts';
import { defineRoute } from '../route.ts';

const inContract = z.strictObject({ contract: contractId });
const ofKind = inContract.extend({ kind: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/) });

const lines = z.strictObject({ from: z.number(), to: z.number() });
const annexSubitem = z.strictObject({ mark: z.string(), text: z.string(), lines });

/** An article of an annex as it was read (条・項・号). */
const annexArticle = z.strictObject({
  number: z.number(),
  /** 2 for 第10条の2, else null. */
  branch: z.number().nullable(),
  heading: z.string(),
  paragraphs: z.array(
    z.strictObject({
      number: z.number(),
      text: z.string(),
      items: z.array(
        z.strictObject({
          number: z.number(),
          text: z.string(),
          subitems: z.array(annexSubitem),
          lines,
        }),
      ),
      subitems: z.array(annexSubitem),
      lines,
    }),
  ),
  lines,
});

/** The log itself, what proves it, and the papers made of it. */
export const proofRoutes = {
  entries: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/entries',
    audience: 'contract',
    summary: '記録の一覧（新しい順）',
    params: inContract,
    query: z.strictObject({
      before: z.coerce.number().int().min(0).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.strictObject({
      entries: z.array(
        z.strictObject({
          sequence: z.number(),
          recordedAt: moment,
          actor: z.string(),
          declaration: z.string(),
          title: z.string(),
          case: z.string().nullable(),
          facts: values,
        }),
      ),
      names: z.record(z.string(), z.string()),
      next: z.number().nullable(),
    }),
  }),
  entryProof: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/entries/:sequence',
    audience: 'contract',
    summary: '一件の記録と、台帳に含まれることの証明',
    params: inContract.extend({ sequence: z.coerce.number().int().min(0) }),
    answer: z.strictObject({
      sequence: z.number(),
      /** The exact bytes that are hashed. */
      entry: z.string(),
      leafHash: z.string(),
      treeSize: z.number(),
      root: z.string(),
      /** Hashes of the inclusion proof in hex (RFC 6962 §2.1.1). */
      proof: z.array(z.string()),
    }),
  }),
  checkpoint: defineRoute({
    method: 'POST',
    path: '/contracts/:contract/checkpoint',
    audience: 'contract',
    summary: '署名した時点の証明を作る',
    params: inContract,
    answer: z.strictObject({
      note: z.string(),
      typedCode: z.string(),
      size: z.number(),
      /** SVG of the code to be scanned. */
      qr: z.string(),
    }),
  }),
  bundle: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/bundle',
    audience: 'contract',
    summary: '控え（記録・証明・証拠の全部）を tar で取り出す',
    params: inContract,
    answerKind: 'file',
  }),
  keepEvidence: defineRoute({
    method: 'POST',
    path: '/contracts/:contract/evidence',
    audience: 'contract',
    summary: '証拠のファイルを保管する（multipart、1ファイル）',
    params: inContract,
    answer: z.strictObject({ digest: z.string(), bytes: z.number() }),
  }),
  evidence: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/evidence/:digest',
    audience: 'contract',
    summary: '保管した証拠',
    params: inContract.extend({ digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    answerKind: 'file',
  }),
  previewPaper: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/papers/:kind/preview',
    audience: 'contract',
    summary: '書面の下書き（控え・未証明）。届出は1件の、ほかは選んだ行の一覧の',
    params: ofKind,
    query: lineChoice.extend({ case: caseId.optional() }),
    answerKind: 'pdf',
  }),
  printPaper: defineRoute({
    method: 'POST',
    path: '/contracts/:contract/papers/:kind',
    audience: 'contract',
    summary: '書面を印刷し、印刷したことを記録する',
    params: ofKind,
    body: z.strictObject({ case: caseId.optional() }),
    answerKind: 'pdf',
  }),
  sheetCsv: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/sheets/:kind/csv',
    audience: 'contract',
    summary: '管理簿をCSVで取り出す',
    params: ofKind,
    query: lineChoice,
    answerKind: 'csv',
  }),
  sheetXlsx: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/sheets/:kind/xlsx',
    audience: 'contract',
    summary: '管理簿をExcelで取り出す',
    params: ofKind,
    query: lineChoice,
    answerKind: 'xlsx',
  }),
  readAnnex: defineRoute({
    method: 'POST',
    path: '/contracts/:contract/annex/read',
    audience: 'contract',
    summary: '特記事項の本文を読み取る（記録しない）',
    params: inContract,
    body: z.strictObject({ text: z.string().max(300_000) }),
    answer: z.strictObject({
      articles: z.array(annexArticle),
      unplaced: z.array(z.strictObject({ line: z.number(), text: z.string() })),
      duties: z.array(
        z.strictObject({
          duty: z.enum(dutyIds),
          title: z.string(),
          /** The annex states it, states it differently, or does not. */
          status: z.enum(['stated', 'different', 'absent']),
          clause: z.string().optional(),
          /** How sure the match is, 0 to 1. */
          score: z.number().optional(),
          /** The words of the clause that speak for it, and those that are missing. */
          terms: z.array(z.string()).optional(),
          missing: z.array(z.string()).optional(),
          /** The annex lays it on the client (甲). */
          isOfOtherParty: z.boolean().optional(),
        }),
      ),
    }),
  }),
} as const;
