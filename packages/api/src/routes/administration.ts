import { z } from 'zod';
import { contractId, day, moment, registeredDevice } from '../answers.ts';
import { defineRoute } from '../route.ts';

const idParams = z.strictObject({ id: z.string().regex(/^account-[1-9][0-9]{0,9}$/) });
const bindingBody = z.strictObject({
  contract: contractId,
  /** A person's case, or `set-up` for who sets the contract up until somebody is in office. */
  person: z.string().regex(/^(?:person-[1-9][0-9]{0,9}|set-up)$/),
});

const passkeyId = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/);

/** A contract somebody looks at as external auditor, and the last day. */
const auditBody = z.strictObject({ contract: contractId, until: day });

/** Accounts, contracts and the state of the machine; never contents of a contract. */
export const administrationRoutes = {
  accounts: defineRoute({
    method: 'GET',
    path: '/accounts',
    audience: 'signed-in',
    summary: '自分が管理できるアカウントの一覧',
    answer: z.strictObject({
      accounts: z.array(
        z.strictObject({
          id: z.string(),
          signInId: z.string(),
          displayName: z.string(),
          state: z.enum(['invited', 'active', 'suspended']),
          /** Why it is suspended: somebody decided, or nobody used it. */
          because: z.enum(['decided', 'dormant']).nullable(),
          isAdministrator: z.boolean(),
          isLocked: z.boolean(),
          bindings: z.array(bindingBody),
          audits: z.array(
            z.strictObject({
              contract: contractId,
              until: day,
              /** Whether the auditor may look today. */
              isOn: z.boolean(),
            }),
          ),
          /** For administrators, who register devices. */
          passkeys: z.array(
            z.strictObject({
              id: z.string(),
              label: z.string(),
              addedAt: moment,
              /** Why it can stand for no device. */
              unfit: z.enum(['passkey-untold', 'passkey-copiable', 'passkey-roaming']).nullable(),
              device: registeredDevice.nullable(),
            }),
          ),
          lastSignInAt: moment.nullable(),
          /** When an administrator was last offered a way back in from the machine. */
          wayBackOfferedAt: moment.nullable(),
        }),
      ),
    }),
  }),
  invite: defineRoute({
    method: 'POST',
    path: '/accounts',
    audience: 'signed-in',
    summary: '招待する',
    body: z.strictObject({
      signInId: z.string().regex(/^[a-z0-9._-]{3,40}$/),
      displayName: z.string().min(1).max(60),
      isAdministrator: z.boolean(),
      bindings: z.array(bindingBody).max(20),
      audits: z.array(auditBody).max(20).default([]),
    }),
    answer: z.strictObject({ account: z.string(), token: z.string() }),
  }),
  suspendAccount: defineRoute({
    method: 'POST',
    path: '/accounts/:id/suspend',
    audience: 'signed-in',
    summary: '利用を停止する',
    params: idParams,
    answerKind: 'nothing',
  }),
  resumeAccount: defineRoute({
    method: 'POST',
    path: '/accounts/:id/resume',
    audience: 'signed-in',
    summary: '利用の停止を解く',
    params: idParams,
    answerKind: 'nothing',
  }),
  unlockAccount: defineRoute({
    method: 'POST',
    path: '/accounts/:id/unlock',
    audience: 'signed-in',
    summary: '待ち時間を解く（別の人の操作として記録される）',
    params: idParams,
    answerKind: 'nothing',
  }),
  inviteAgain: defineRoute({
    method: 'POST',
    path: '/accounts/:id/invite-again',
    audience: 'signed-in',
    summary: '招待し直す（それまでの認証の手段は使えなくなる）',
    params: idParams,
    answer: z.strictObject({ token: z.string() }),
  }),
  endAccountSessions: defineRoute({
    method: 'POST',
    path: '/accounts/:id/end-sessions',
    audience: 'signed-in',
    summary: 'すべての端末をサインアウトさせる',
    params: idParams,
    answerKind: 'nothing',
  }),
  bindAccount: defineRoute({
    method: 'POST',
    path: '/accounts/:id/bind',
    audience: 'signed-in',
    summary: '契約の関係者と結び付ける',
    params: idParams,
    body: bindingBody,
    answerKind: 'nothing',
  }),
  unbindAccount: defineRoute({
    method: 'POST',
    path: '/accounts/:id/unbind',
    audience: 'signed-in',
    summary: '結び付けを解く',
    params: idParams,
    body: bindingBody,
    answerKind: 'nothing',
  }),
  allowAudit: defineRoute({
    method: 'POST',
    path: '/accounts/:id/allow-audit',
    audience: 'signed-in',
    summary: '外部の監査人として、期日まで契約の記録を見られるようにする（期日の変更も）',
    params: idParams,
    body: auditBody,
    answerKind: 'nothing',
  }),
  endAudit: defineRoute({
    method: 'POST',
    path: '/accounts/:id/end-audit',
    audience: 'signed-in',
    summary: '外部の監査人としての閲覧を、期日の前に終える',
    params: idParams,
    body: z.strictObject({ contract: contractId }),
    answerKind: 'nothing',
  }),
  registerDevice: defineRoute({
    method: 'POST',
    path: '/accounts/:id/devices',
    audience: 'administrator',
    summary: 'パスキーを保存している端末を、登録端末にする',
    params: idParams,
    body: z.strictObject({ passkey: passkeyId, title: z.string().min(1).max(60) }),
    answerKind: 'nothing',
  }),
  removeDevice: defineRoute({
    method: 'DELETE',
    path: '/accounts/:id/devices/:passkey',
    audience: 'signed-in',
    summary: '登録端末の登録を取り消す（本人またはシステム管理者）',
    params: idParams.extend({ passkey: passkeyId }),
    answerKind: 'nothing',
  }),
  peopleToBind: defineRoute({
    method: 'GET',
    path: '/people-to-bind',
    audience: 'signed-in',
    summary: 'アカウントと結び付けられる契約の関係者',
    query: z.strictObject({ contract: contractId }),
    answer: z.strictObject({
      /** Whether an external auditor may be let in, too. */
      mayLetAudit: z.boolean(),
      /** What the contract is called; empty before it was set up. */
      title: z.string(),
      people: z.array(
        z.strictObject({ id: z.string(), name: z.string(), affiliation: z.string() }),
      ),
    }),
  }),
  health: defineRoute({
    method: 'GET',
    path: '/health',
    audience: 'administrator',
    summary: 'システムの状態',
    answer: z.strictObject({
      release: z.string(),
      serverTime: moment,
      database: z.string(),
      lastBackupAt: moment.nullable(),
      keysDirectory: z.string(),
      contracts: z.array(
        z.strictObject({ id: contractId, size: z.number(), readOnly: z.boolean() }),
      ),
    }),
  }),
  contracts: defineRoute({
    method: 'GET',
    path: '/contracts',
    audience: 'signed-in',
    summary: '自分に関わる契約の一覧',
    answer: z.strictObject({
      contracts: z.array(
        z.strictObject({ id: contractId, title: z.string(), roles: z.array(z.string()) }),
      ),
    }),
  }),
  openContract: defineRoute({
    method: 'POST',
    path: '/contracts',
    audience: 'administrator',
    summary: '契約の記録を始める',
    body: z.strictObject({ id: contractId }),
    answer: z.strictObject({ id: contractId }),
  }),
} as const;
