import { z } from 'zod';
import { moment } from '../answers.ts';
import { defineRoute } from '../route.ts';
import { credential } from './session.ts';

const idParams = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/) });

/** One's own account: sessions, history, password, factors. */
export const accountRoutes = {
  account: defineRoute({
    method: 'GET',
    path: '/account',
    audience: 'signed-in',
    summary: '自分のアカウント',
    answer: z.strictObject({
      signInId: z.string(),
      displayName: z.string(),
      hasTotp: z.boolean(),
      passkeys: z.array(z.strictObject({ id: z.string(), label: z.string(), addedAt: moment })),
      recoveryCodesLeft: z.number(),
    }),
  }),
  sessions: defineRoute({
    method: 'GET',
    path: '/account/sessions',
    audience: 'signed-in',
    summary: '自分のサインイン中の端末',
    answer: z.strictObject({
      sessions: z.array(
        z.strictObject({
          id: z.string(),
          startedAt: moment,
          seenAt: moment,
          address: z.string(),
          agent: z.string(),
          isThis: z.boolean(),
        }),
      ),
    }),
  }),
  revokeSession: defineRoute({
    method: 'DELETE',
    path: '/account/sessions/:id',
    audience: 'signed-in',
    summary: '端末をサインアウトさせる',
    params: idParams,
    answerKind: 'nothing',
  }),
  signInHistory: defineRoute({
    method: 'GET',
    path: '/account/history',
    audience: 'signed-in',
    summary: '自分のサインインの履歴',
    answer: z.strictObject({
      events: z.array(z.strictObject({ at: moment, event: z.string(), address: z.string() })),
    }),
  }),
  changePassword: defineRoute({
    method: 'POST',
    path: '/account/password',
    audience: 'signed-in',
    summary: 'パスワードを変える',
    body: z.strictObject({
      current: z.string().min(1).max(1024),
      next: z.string().min(12).max(256),
    }),
    answerKind: 'nothing',
  }),
  passkeyCreation: defineRoute({
    method: 'POST',
    path: '/account/passkeys/options',
    audience: 'signed-in',
    summary: 'パスキーの登録を始める',
    answer: z.record(z.string(), z.json()),
  }),
  addPasskey: defineRoute({
    method: 'POST',
    path: '/account/passkeys',
    audience: 'signed-in',
    summary: 'パスキーを登録する',
    body: z.strictObject({ label: z.string().min(1).max(60), credential }),
    answerKind: 'nothing',
  }),
  removePasskey: defineRoute({
    method: 'DELETE',
    path: '/account/passkeys/:id',
    audience: 'signed-in',
    summary: 'パスキーを取り除く',
    params: idParams,
    answerKind: 'nothing',
  }),
  renewRecoveryCodes: defineRoute({
    method: 'POST',
    path: '/account/recovery-codes',
    audience: 'signed-in',
    summary: '回復コードを作り直す',
    answer: z.strictObject({ recoveryCodes: z.array(z.string()) }),
  }),
} as const;
