import { z } from 'zod';
import { contractId, moment } from '../answers.ts';
import { tokenShape } from '../one-time-link.ts';
import { defineRoute } from '../route.ts';

/** Ways to prove who somebody is beside the password. */
const factor = z.enum(['totp', 'passkey', 'recovery-code']);

/** A person of one contract an account is bound to, and the offices held today. */
const binding = z.strictObject({
  contract: contractId,
  /** Id of the person's case in that contract; of the account, for an external auditor. */
  person: z.string(),
  roles: z.array(z.string()),
});

/** Who is signed in, as the screens need it. */
const sessionAnswer = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('signed-out') }),
  z.strictObject({ state: z.literal('pending'), factors: z.array(factor) }),
  z.strictObject({
    state: z.literal('signed-in'),
    account: z.string(),
    signInId: z.string(),
    displayName: z.string(),
    isAdministrator: z.boolean(),
    /** An administrator, who administers from registered devices, and this session is of none. */
    administersElsewhere: z.boolean(),
    /** Title of the registered device it comes from. */
    device: z.string().nullable(),
    bindings: z.array(binding),
    startedAt: moment,
    /** The session ends then at the latest. */
    endsAt: moment,
    /** The server's clock, so that a drifting one is noticed. */
    serverTime: moment,
  }),
]);

const password = z.string().min(1).max(1024);
const signInId = z.string().regex(/^[a-z0-9._-]{3,40}$/);
const totpCode = z.string().regex(/^[0-9]{6}$/);

/** An assertion or attestation of the browser (WebAuthn); checked by the server's library. */
export const credential = z.record(z.string(), z.json());

/** Signing in, its second factor, and out. */
export const sessionRoutes = {
  session: defineRoute({
    method: 'GET',
    path: '/session',
    audience: 'anybody',
    summary: 'サインインの状態',
    answer: sessionAnswer,
  }),
  signIn: defineRoute({
    method: 'POST',
    path: '/session',
    audience: 'anybody',
    summary: 'IDとパスワードでサインインを始める',
    body: z.strictObject({ signInId, password }),
    answer: sessionAnswer,
  }),
  signOut: defineRoute({
    method: 'DELETE',
    path: '/session',
    audience: 'anybody',
    summary: 'サインアウト',
    answerKind: 'nothing',
  }),
  confirmTotp: defineRoute({
    method: 'POST',
    path: '/session/totp',
    audience: 'pending',
    summary: '認証アプリの番号で二つめの認証をする',
    body: z.strictObject({ code: totpCode }),
    answer: sessionAnswer,
  }),
  passkeyOptions: defineRoute({
    method: 'POST',
    path: '/session/passkey/options',
    audience: 'pending',
    summary: 'パスキーの認証を始める',
    answer: z.record(z.string(), z.json()),
  }),
  confirmPasskey: defineRoute({
    method: 'POST',
    path: '/session/passkey',
    audience: 'pending',
    summary: 'パスキーで二つめの認証をする',
    body: z.strictObject({ credential }),
    answer: sessionAnswer,
  }),
  useRecoveryCode: defineRoute({
    method: 'POST',
    path: '/session/recovery-code',
    audience: 'pending',
    summary: '回復コードで二つめの認証をする（一度だけ）',
    body: z.strictObject({ code: z.string().min(8).max(40) }),
    answer: sessionAnswer,
  }),
  reauthenticate: defineRoute({
    method: 'POST',
    path: '/session/reauthenticate',
    audience: 'signed-in',
    summary: '大切な操作の前に本人であることを確かめる',
    body: z.union([
      z.strictObject({ password, code: totpCode }),
      z.strictObject({ password, credential }),
    ]),
    answerKind: 'nothing',
  }),
  reauthenticationPasskey: defineRoute({
    method: 'POST',
    path: '/session/reauthenticate/options',
    audience: 'signed-in',
    summary: '本人であることを確かめるためのパスキーの認証を始める',
    answer: z.record(z.string(), z.json()),
  }),
} as const;

/** What begins an account: set-up link of the first administrator, or an invitation. */
const enrolment = z.strictObject({
  /** Names this enrolment in what follows. */
  token: z.string(),
  signInId: z.string(),
  displayName: z.string(),
  /** What the authenticator app is given, as `otpauth://…`. */
  otpauth: z.string(),
  secret: z.string(),
});

/** Of a link, or of the enrolment it began: only ever in a body, never in an address. */
const token = z.string().regex(tokenShape);
const newPassword = z.string().min(12).max(256);

export const enrolmentRoutes = {
  setUpLink: defineRoute({
    method: 'POST',
    path: '/set-up/link',
    audience: 'anybody',
    summary: '最初の設定のリンクが使えるかどうか',
    body: z.strictObject({ token }),
    answer: z.strictObject({ usable: z.boolean() }),
  }),
  acceptSetUp: defineRoute({
    method: 'POST',
    path: '/set-up',
    audience: 'anybody',
    summary: '最初のシステム管理者を作る',
    body: z.strictObject({
      token,
      signInId,
      displayName: z.string().min(1).max(60),
      password: newPassword,
    }),
    answer: enrolment,
  }),
  invitation: defineRoute({
    method: 'POST',
    path: '/invitation/link',
    audience: 'anybody',
    summary: '招待が使えるかどうか',
    body: z.strictObject({ token }),
    answer: z.strictObject({
      usable: z.boolean(),
      signInId: z.string().optional(),
      displayName: z.string().optional(),
    }),
  }),
  acceptInvitation: defineRoute({
    method: 'POST',
    path: '/invitation',
    audience: 'anybody',
    summary: '招待を受け、パスワードを決める',
    body: z.strictObject({ token, password: newPassword }),
    answer: enrolment,
  }),
  confirmEnrolment: defineRoute({
    method: 'POST',
    path: '/enrolment/totp',
    audience: 'anybody',
    summary: '認証アプリの番号を確かめ、利用を始める',
    body: z.strictObject({ token, code: totpCode }),
    answer: z.strictObject({ recoveryCodes: z.array(z.string()) }),
  }),
  enrolPasskey: defineRoute({
    method: 'POST',
    path: '/enrolment/passkey/options',
    audience: 'anybody',
    summary: '認証アプリの代わりにパスキーの登録を始める',
    body: z.strictObject({ token }),
    answer: z.record(z.string(), z.json()),
  }),
  confirmEnrolmentPasskey: defineRoute({
    method: 'POST',
    path: '/enrolment/passkey',
    audience: 'anybody',
    summary: 'パスキーを確かめ、利用を始める',
    body: z.strictObject({ token, label: z.string().min(1).max(60), credential }),
    answer: z.strictObject({ recoveryCodes: z.array(z.string()) }),
  }),
} as const;
