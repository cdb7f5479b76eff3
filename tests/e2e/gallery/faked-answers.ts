import { errorDescriptions } from '@kanribo/api';

const now = Date.now();
const hours = (count: number): string => new Date(now - count * 3_600_000).toISOString();

/** A problem as the server tells it. */
export const problem = (code: keyof typeof errorDescriptions, more: object = {}) => {
  const { status, cause, remedy } = errorDescriptions[code];
  return { status, json: { code, message: `${cause}${remedy}`, requestId: 'r-1', ...more } };
};

/** A session that waits for the second factor. */
export const pending = { state: 'pending', factors: ['totp', 'passkey', 'recovery-code'] } as const;

/** What an authenticator app is told. */
export const enrolment = {
  token: 'token-of-the-enrolment-0001',
  signInId: 'handler.1',
  displayName: '見本 次郎',
  otpauth:
    'otpauth://totp/Kanribo:handler.1?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Kanribo',
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
} as const;

/** Recovery codes as they are shown once. */
export const recoveryCodes = Array.from({ length: 10 }, (_, at) => `abcd-efgh-ijkl-${at}mno`);

/** A certificate that ends soon, under another name. */
export const connection = {
  passkeyHost: 'kanribo.office.lan',
  certificate: {
    names: ['kanribo.office.lan', '192.168.10.20'],
    from: hours(9000),
    to: hours(-240),
    issuer: 'Kanribo CA 2026',
    isOwn: true,
  },
  serverTime: hours(0),
} as const;

const account = {
  state: 'active',
  because: null,
  isAdministrator: false,
  isLocked: false,
  bindings: [],
  audits: [],
  passkeys: [],
  lastSignInAt: hours(30),
  wayBackOfferedAt: null,
} as const;
const device = { title: '窓口の端末1', by: '見本 太郎', since: hours(200) } as const;

/** Accounts in every state they may be in. */
export const accounts = [
  {
    ...account,
    id: 'account-1',
    signInId: 'first.one',
    displayName: '見本 太郎',
    isAdministrator: true,
    wayBackOfferedAt: hours(3),
  },
  {
    ...account,
    id: 'account-2',
    signInId: 'nakamura.hanako',
    displayName: '中村 花子',
    isLocked: true,
    bindings: [
      { contract: 'sample-1', person: 'person-4' },
      { contract: 'elsewhere', person: 'person-2' },
    ],
    passkeys: [
      { id: 'passkey-1', label: '窓口の端末', addedAt: hours(300), unfit: null, device },
      { id: 'passkey-2', label: '私のかぎ', addedAt: hours(90), unfit: null, device: null },
      {
        id: 'passkey-3',
        label: 'スマートフォン',
        addedAt: hours(80),
        unfit: 'passkey-copiable',
        device: null,
      },
    ],
  },
  {
    ...account,
    id: 'account-3',
    signInId: 'yamamoto',
    displayName: '山本 誠',
    state: 'suspended',
    because: 'dormant',
    bindings: [{ contract: 'sample-1', person: 'person-5' }],
  },
  {
    ...account,
    id: 'account-4',
    signInId: 'auditor.one',
    displayName: '監査 一郎',
    state: 'invited',
    audits: [{ contract: 'sample-1', until: '2027-03-31', isOn: true }],
    lastSignInAt: null,
  },
] as const;

/** Backups that give reason to worry. */
export const worryingUpkeep = {
  now: hours(0),
  keysDirectory: '/srv/kanribo/keys',
  lastBackup: { madeAt: hours(24 * 12), by: '見本 太郎', contracts: 2, bytes: 123_456_789 },
  brokenBackups: [
    { begunAt: hours(40), by: '見本 太郎', brokenOffAt: hours(39) },
    { begunAt: hours(20), by: 'software', brokenOffAt: null },
  ],
  brokenCount: 2,
  isBackingUp: false,
  disks: [{ holds: 'data', freeBytes: 2_000_000_000, totalBytes: 50_000_000_000 }],
  signed: [{ contract: 'sample-1', size: 594, signedSize: 540 }],
} as const;

/** What happened to an account since it was signed in to before. */
export const news = {
  before: hours(50),
  failures: 4,
  secondFailures: 2,
  changes: [{ at: hours(20), event: 'account/factor-added@1', actor: 'account-1' }],
  upTo: 12,
} as const;

const task = {
  duty: 'take-out-register',
  clause: '20(3)',
  dueOn: '2026-11-20',
  isDueByHouse: false,
  case: 'take-out-1',
  of: null,
  isMine: true,
} as const;

/** Something of each kind to do. */
export const tasks = [
  { ...task, kind: 'overdue', title: '持出しの返却を確かめ、記録する' },
  {
    ...task,
    kind: 'deviation',
    title: '持出しの記録が期限までに入力されていない',
    case: 'deviation-1',
    of: 'take-out-1',
    dueOn: null,
  },
  { ...task, kind: 'due', title: '事務取扱担当者名簿の変更を届け出る', isDueByHouse: true },
  {
    ...task,
    kind: 'client',
    title: '監査責任者選任届の受領を確かめる',
    isMine: false,
    dueOn: null,
  },
  { ...task, kind: 'soon', title: '外部サービスの承認の期間が終わる' },
] as const;

/** A form with a tag that nothing fills, and without a place for something. */
export const unfitForm = {
  isKept: false,
  fit: {
    digest: 'a'.repeat(64),
    found: [{ name: '契約件名', within: null, repeats: false }],
    unknown: ['契約名', '担当者の電話番号'],
    missing: ['管理責任者', '文書番号'],
  },
} as const;
