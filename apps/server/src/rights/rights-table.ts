import type { RouteName } from '@kanribo/api';

/**
 * Who sends a request: without a session, before the second factor, the system administrator
 * without a part in any contract, each role of the right contract, people on record without an
 * office, and people of another contract.
 */
export const senders = [
  'signed-out',
  'pending',
  'administrator',
  'chief-officer',
  'audit-officer',
  'manager',
  'handler',
  'client-officer',
  'worker',
  'leaver',
  'other-chief-officer',
  'other-manager',
] as const;

/** One of those whom the table knows. */
export type SenderName = (typeof senders)[number];

/** Routes beside the API proper that are open to everybody: they hold no data. */
export const openRoutes: readonly string[] = [
  'GET /api/docs',
  'GET /api/docs.css',
  'GET /api/openapi.json',
];

/**
 * The HTTP status of a sound request to each route, by sender in the order of {@link senders}. A
 * test sends every one of them. Nothing of a contract is answered to who has no office in it (403),
 * and to who has no part in it there is no such contract (404): administrators among them. What is
 * allowed but does not fit is 422 (passkeys without a host name, a deed somebody before has done) or
 * 404 (links, sessions and factors that are not there), to everybody alike.
 */
export const rightsTable = {
  session: '200 200 200 200 200 200 200 200 200 200 200 200',
  signIn: '200 200 200 200 200 200 200 200 200 200 200 200',
  signOut: '204 204 204 204 204 204 204 204 204 204 204 204',
  confirmTotp: '401 200 403 403 403 403 403 403 403 403 403 403',
  passkeyOptions: '401 422 403 403 403 403 403 403 403 403 403 403',
  confirmPasskey: '401 422 403 403 403 403 403 403 403 403 403 403',
  useRecoveryCode: '401 401 403 403 403 403 403 403 403 403 403 403',
  reauthenticate: '401 401 204 204 204 204 204 204 204 204 204 204',
  reauthenticationPasskey: '401 401 422 422 422 422 422 422 422 422 422 422',
  setUpLink: '200 200 200 200 200 200 200 200 200 200 200 200',
  acceptSetUp: '404 404 404 404 404 404 404 404 404 404 404 404',
  invitation: '200 200 200 200 200 200 200 200 200 200 200 200',
  acceptInvitation: '404 404 404 404 404 404 404 404 404 404 404 404',
  confirmEnrolment: '401 401 401 401 401 401 401 401 401 401 401 401',
  enrolPasskey: '404 404 404 404 404 404 404 404 404 404 404 404',
  confirmEnrolmentPasskey: '401 401 401 401 401 401 401 401 401 401 401 401',
  account: '401 401 200 200 200 200 200 200 200 200 200 200',
  sessions: '401 401 200 200 200 200 200 200 200 200 200 200',
  revokeSession: '401 401 404 404 404 404 404 404 404 404 404 404',
  signInHistory: '401 401 200 200 200 200 200 200 200 200 200 200',
  changePassword: '401 401 204 204 204 204 204 204 204 204 204 204',
  passkeyCreation: '401 401 422 422 422 422 422 422 422 422 422 422',
  addPasskey: '401 401 422 422 422 422 422 422 422 422 422 422',
  totpCreation: '401 401 200 200 200 200 200 200 200 200 200 200',
  addTotp: '401 401 404 404 404 404 404 404 404 404 404 404',
  removeFactor: '401 401 404 404 404 404 404 404 404 404 404 404',
  renewRecoveryCodes: '401 401 200 200 200 200 200 200 200 200 200 200',
  accounts: '401 401 200 200 200 200 200 200 200 200 200 200',
  invite: '401 401 200 422 403 422 403 403 403 403 403 403',
  suspendAccount: '401 401 204 422 403 422 403 403 403 403 403 403',
  resumeAccount: '401 401 204 422 403 422 403 403 403 403 403 403',
  unlockAccount: '401 401 422 422 403 422 403 403 403 403 403 403',
  inviteAgain: '401 401 200 200 403 200 403 403 403 403 403 403',
  endAccountSessions: '401 401 204 204 403 204 403 403 403 403 403 403',
  bindAccount: '401 401 422 422 403 422 403 403 403 403 403 403',
  unbindAccount: '401 401 204 403 403 403 403 403 403 403 403 403',
  health: '401 401 200 403 403 403 403 403 403 403 403 403',
  contracts: '401 401 200 200 200 200 200 200 200 200 200 200',
  openContract: '401 401 200 403 403 403 403 403 403 403 403 403',
  contract: '401 401 404 200 200 200 200 200 403 403 404 404',
  declarations: '401 401 404 200 200 200 200 200 403 403 404 404',
  dutyMap: '401 401 404 200 200 200 200 200 403 403 404 404',
  today: '401 401 404 200 200 200 200 200 403 403 404 404',
  calendar: '401 401 404 200 200 200 200 200 403 403 404 404',
  register: '401 401 404 200 200 200 200 200 403 403 404 404',
  case: '401 401 404 200 200 200 200 200 403 403 404 404',
  execute: '401 401 404 200 403 200 403 403 403 403 404 404',
  tryOut: '401 401 404 200 403 200 403 403 403 403 404 404',
  previewImport: '401 401 404 200 200 200 200 200 403 403 404 404',
  importRows: '401 401 404 200 403 200 403 403 403 403 404 404',
  whereabouts: '401 401 404 200 200 200 200 200 403 403 404 404',
  entries: '401 401 404 200 200 200 200 200 403 403 404 404',
  entryProof: '401 401 404 200 200 200 200 200 403 403 404 404',
  checkpoint: '401 401 404 200 200 200 200 200 403 403 404 404',
  bundle: '401 401 404 200 200 200 200 200 403 403 404 404',
  keepEvidence: '401 401 404 200 200 200 200 200 403 403 404 404',
  evidence: '401 401 404 200 200 200 200 200 403 403 404 404',
  previewPaper: '401 401 404 200 200 200 200 200 403 403 404 404',
  printPaper: '401 401 404 200 200 200 200 403 403 403 404 404',
  sheetCsv: '401 401 404 200 200 200 200 200 403 403 404 404',
  sheetXlsx: '401 401 404 200 200 200 200 200 403 403 404 404',
  readAnnex: '401 401 404 200 200 200 200 200 403 403 404 404',
  clientWords: '401 401 404 200 200 200 200 200 403 403 404 404',
  subcontracts: '401 401 404 200 200 200 200 200 403 403 404 404',
  wordForms: '401 401 404 200 200 200 200 200 403 403 404 404',
  wordForm: '401 401 404 200 200 200 200 200 403 403 404 404',
  keepWordForm: '401 401 404 422 403 422 403 403 403 403 404 404',
  wordFormSample: '401 401 404 200 403 200 403 403 403 403 404 404',
  wordFormPreview: '401 401 404 422 403 422 403 403 403 403 404 404',
  fillWordForm: '401 401 404 404 404 404 404 404 403 403 404 404',
  upkeep: '401 401 200 403 403 403 403 403 403 403 403 403',
  makeBackup: '401 401 200 403 403 403 403 403 403 403 403 403',
  verifierKey: '401 401 404 200 200 200 200 200 403 403 404 404',
} as const satisfies Readonly<Record<RouteName, string>>;
