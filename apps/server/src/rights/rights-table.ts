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
 * and to who has no part in it there is no such contract (404): administrators among them. A link
 * of no use is 404 to everybody; 422 are passkeys asked of a server without a host name.
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
  setUpLink: '200 200 200 200 200 200 200 200 200 200 200 200',
  acceptSetUp: '404 404 404 404 404 404 404 404 404 404 404 404',
  invitation: '200 200 200 200 200 200 200 200 200 200 200 200',
  acceptInvitation: '404 404 404 404 404 404 404 404 404 404 404 404',
  confirmEnrolment: '404 404 404 404 404 404 404 404 404 404 404 404',
  account: '401 401 200 200 200 200 200 200 200 200 200 200',
  sessions: '401 401 200 200 200 200 200 200 200 200 200 200',
  revokeSession: '401 401 204 204 204 204 204 204 204 204 204 204',
  signInHistory: '401 401 200 200 200 200 200 200 200 200 200 200',
  changePassword: '401 401 204 204 204 204 204 204 204 204 204 204',
  passkeyCreation: '401 401 422 422 422 422 422 422 422 422 422 422',
  addPasskey: '401 401 422 422 422 422 422 422 422 422 422 422',
  removePasskey: '401 401 404 404 404 404 404 404 404 404 404 404',
  renewRecoveryCodes: '401 401 200 200 200 200 200 200 200 200 200 200',
  accounts: '401 401 200 403 403 403 403 403 403 403 403 403',
  invite: '401 401 200 403 403 403 403 403 403 403 403 403',
  suspendAccount: '401 401 204 403 403 403 403 403 403 403 403 403',
  resumeAccount: '401 401 204 403 403 403 403 403 403 403 403 403',
  unlockAccount: '401 401 204 403 403 403 403 403 403 403 403 403',
  bindAccount: '401 401 204 403 403 403 403 403 403 403 403 403',
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
  whereabouts: '401 401 404 200 200 200 200 200 403 403 404 404',
  entries: '401 401 404 200 200 200 200 200 403 403 404 404',
  entryProof: '401 401 404 200 200 200 200 200 403 403 404 404',
  checkpoint: '401 401 404 200 200 200 200 200 403 403 404 404',
  keepEvidence: '401 401 404 200 200 200 200 200 403 403 404 404',
  evidence: '401 401 404 200 200 200 200 200 403 403 404 404',
  previewPaper: '401 401 404 200 200 200 200 200 403 403 404 404',
  printPaper: '401 401 404 200 200 200 200 403 403 403 404 404',
  sheetCsv: '401 401 404 200 200 200 200 200 403 403 404 404',
  sheetXlsx: '401 401 404 200 200 200 200 200 403 403 404 404',
  readAnnex: '401 401 404 200 200 200 200 200 403 403 404 404',
} as const satisfies Readonly<Record<RouteName, string>>;
