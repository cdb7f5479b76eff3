import { z } from 'zod';
import { moment, registeredDevice } from '../answers.ts';
import { defineRoute } from '../route.ts';
import { credential } from './session.ts';

const idParams = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/) });

/** Whether all other sessions of the account end with a change of factors. */
const endOthers = z.boolean().default(true);

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
      factors: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(['totp', 'passkey']),
          /** What its owner calls it; empty for an authenticator app. */
          label: z.string(),
          addedAt: moment,
          /** Whether it may be copied to another device. */
          isBackupEligible: z.boolean(),
          /** The registered device it stands for. */
          device: registeredDevice.nullable(),
        }),
      ),
      recoveryCodesLeft: z.number(),
      lastSignInAt: moment.nullable(),
      /** What happened between the sign-in before and the last one. */
      news: z.strictObject({
        before: moment.nullable(),
        failures: z.number(),
        /** Those of them that had the right password. */
        secondFailures: z.number(),
        /** Those that were not acknowledged, however long ago, the newest first. */
        changes: z.array(z.strictObject({ at: moment, event: z.string(), actor: z.string() })),
        /** The entry of the newest of them. */
        upTo: z.number().nullable(),
      }),
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
          /** Title of the registered device it comes from. */
          device: z.string().nullable(),
          /** Subject of the client certificate it comes with. */
          certificate: z.string().nullable(),
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
  acknowledgeNews: defineRoute({
    method: 'POST',
    path: '/account/news/acknowledgement',
    audience: 'signed-in',
    summary: '知らされた変更を確かめたと記録する',
    body: z.strictObject({ upTo: z.int().min(0) }),
    answerKind: 'nothing',
  }),
  signInHistory: defineRoute({
    method: 'GET',
    path: '/account/history',
    audience: 'signed-in',
    summary: '自分のサインインの履歴',
    answer: z.strictObject({
      events: z.array(
        z.strictObject({
          at: moment,
          event: z.string(),
          actor: z.string(),
          /** What the account that did it is called; the actor itself where it is no account. */
          by: z.string(),
          /** Title of the device a sign-in came from. */
          device: z.string().nullable(),
        }),
      ),
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
    body: z.strictObject({ label: z.string().min(1).max(60), credential, endOthers }),
    answerKind: 'nothing',
  }),
  totpCreation: defineRoute({
    method: 'POST',
    path: '/account/totp/options',
    audience: 'signed-in',
    summary: '認証アプリの登録を始める（今の認証アプリに代わる）',
    answer: z.strictObject({ factor: z.string(), secret: z.string(), otpauth: z.string() }),
  }),
  addTotp: defineRoute({
    method: 'POST',
    path: '/account/totp',
    audience: 'signed-in',
    summary: '認証アプリの番号を確かめ、登録する',
    body: z.strictObject({
      factor: z.string().max(100),
      code: z.string().regex(/^[0-9]{6}$/),
      endOthers,
    }),
    answerKind: 'nothing',
  }),
  removeFactor: defineRoute({
    method: 'DELETE',
    path: '/account/factors/:id',
    audience: 'signed-in',
    summary: '認証の手段を取り除く',
    params: idParams,
    query: z.strictObject({ endOthers: z.enum(['yes', 'no']).default('yes') }),
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
