import { valueOf } from '@kanribo/application/testing';
import { parseDay } from '@kanribo/kernel';
import { toy } from '../office.ts';
import { nextCode, visitor } from './accounts-office.ts';
import type { Play } from './play.ts';

const until = valueOf(parseDay('2027-01-31'));
const later = valueOf(parseDay('2027-02-28'));

async function newPassword(play: Play): Promise<void> {
  const session = await play.signsIn();
  const current = play.standing.password;
  const next = `あおい${current}`;
  await play.does(
    'changes the password',
    { enters: ['password-set'], makes: { password: next, sessions: [] } },
    async () => valueOf(await play.office.accounts.changePassword(session, { current, next })),
    ({ token }) => ({ sessions: [token] }),
  );
}

async function newApp(play: Play): Promise<void> {
  const { accounts } = play.office;
  const session = await play.signsIn();
  let factor = '';
  await play.does(
    'begins with another app',
    { enters: [] },
    async () => valueOf(await accounts.beginTotp(session)),
    (begun) => {
      ({ factor } = begun);
      return { draft: { token: '', password: play.standing.password, secret: begun.secret } };
    },
  );
  const { secret } = play.standing.draft;
  const code = nextCode(play.office, secret);
  await play.does(
    'takes another app',
    { enters: ['factor-added', 'sessions-ended'], makes: { secret, sessions: [], usedCodes: [] } },
    async () => valueOf(await accounts.addTotp(session, { factor, code, endOthers: true })),
    ({ token = '' }) => ({ sessions: [token] }),
  );
}

async function newCodes(play: Play): Promise<void> {
  const { accounts } = play.office;
  const session = await play.signsIn();
  const { sessions, recovery, usedRecovery } = play.standing;
  const [code = '', ...left] = recovery;
  await play.does(
    'signs in by a recovery code',
    { enters: ['signed-in'], makes: { recovery: left } },
    async () => {
      const { token } = valueOf(await accounts.signIn({ ...play.person, ...visitor }));
      return valueOf(await accounts.recoveryCode(token, code));
    },
    ({ token }) => ({ sessions: [...sessions, token], usedRecovery: [...usedRecovery, code] }),
  );
  await play.does(
    'makes new recovery codes',
    { enters: ['recovery-codes-made'], makes: { recovery: [] } },
    async () => valueOf(await accounts.renewRecoveryCodes(session)),
    ({ recoveryCodes }) => ({ recovery: recoveryCodes }),
  );
}

async function suspension(play: Play): Promise<void> {
  const { accounts } = play.office;
  await play.signsIn();
  const { account } = play.standing;
  await play.administers(
    'is suspended',
    { enters: ['suspended'], makes: { status: 'suspended', sessions: [] } },
    () => accounts.suspend(play.by, account),
  );
  await play.administers('is resumed', { enters: ['resumed'], makes: { status: 'active' } }, () =>
    accounts.resume(play.by, account),
  );
  await play.signsIn();
}

async function bindings(play: Play): Promise<void> {
  await play.isBound(`${play.who}-first`);
  await play.isBound(`${play.who}-first`, false);
  await play.isBound(`${play.who}-second`);
}

async function audit(play: Play): Promise<void> {
  const { accounts } = play.office;
  const { person, account } = play.standing;
  if (person !== null) await play.isBound(person, false);
  await play.signsIn();
  const what = { by: play.by, account };
  await play.administers(
    'audits for longer',
    { enters: ['audit-allowed'], makes: { audit: later } },
    () => accounts.allowAudit({ ...what, audit: { contract: toy, until: later } }),
  );
  await play.administers(
    'audits no more',
    { enters: ['audit-ended'], makes: { audit: null, sessions: [] } },
    () => accounts.endAudit({ ...what, contract: toy }),
  );
}

async function endings(play: Play): Promise<void> {
  const { accounts } = play.office;
  const { sessions } = play.standing;
  const session = await play.signsIn();
  await play.does('signs out', { enters: ['signed-out'], makes: { sessions } }, () =>
    accounts.signOut(session),
  );
  await play.administers(
    'has all sessions ended',
    { enters: ['sessions-ended'], makes: { sessions: [] } },
    () => accounts.endSessions(play.by, play.standing.account),
  );
  await proofAnew(play);
}

async function proofAnew(play: Play): Promise<void> {
  const { sessions } = play.standing;
  const session = await play.signsIn();
  const { password, secret } = play.standing;
  const second = { kind: 'totp', code: nextCode(play.office, secret) } as const;
  await play.does(
    'proves anew who it is',
    { enters: ['reauthenticated'], makes: { sessions } },
    async () => valueOf(await play.office.accounts.reauthenticate(session, { password, second })),
    ({ token }) => ({ sessions: [...sessions, token] }),
  );
}

async function invitedAnew(play: Play): Promise<void> {
  await play.signsIn();
  await play.isInvitedAgain();
  await play.enrols(`しろい${play.who}が8時に出る`);
  await play.signsIn();
}

/** What may befall an account after its enrolment, in any order. */
const scenes: readonly ((play: Play) => Promise<void>)[] = [
  newPassword,
  newApp,
  audit,
  newCodes,
  suspension,
  bindings,
  endings,
  invitedAnew,
];

const scenesALife = 3;

/** Lives an account's life from the invitation on; where it begins with an audit, it is invited to it. */
export async function liveAccount(play: Play, first: number): Promise<void> {
  const lived = Array.from({ length: scenesALife }, (_, n) => scenes[(first + n) % scenes.length]);
  await play.isInvited(lived[0] === audit ? [{ contract: toy, until }] : []);
  await play.enrols();
  for (const scene of lived) await scene?.(play);
}
