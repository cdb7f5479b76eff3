import { valueOf } from '@kanribo/application/testing';
import { nextCode, nowMs, visitor } from '../accounts-office.ts';
import type { Play } from '../play.ts';

export async function newPassword(play: Play): Promise<void> {
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

export async function newApp(play: Play): Promise<void> {
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
    ({ token = '' }) => ({
      sessions: [token],
      usedCodes: [{ code, atMs: nowMs(play.office.clock) }],
    }),
  );
}

/** Makes new recovery codes, uses one, and makes new ones. */
export async function newCodes(play: Play): Promise<void> {
  const { accounts } = play.office;
  const session = await play.signsIn();
  const makesNew = () =>
    play.does(
      'makes new recovery codes',
      { enters: ['recovery-codes-made'], makes: { recovery: [] } },
      async () => valueOf(await accounts.renewRecoveryCodes(session)),
      ({ recoveryCodes }) => ({ recovery: recoveryCodes }),
    );
  await makesNew();
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
  await makesNew();
}

export async function endings(play: Play): Promise<void> {
  const { accounts } = play.office;
  const { sessions } = play.standing;
  const session = await play.signsIn();
  await play.does('signs out', { enters: ['signed-out'], makes: { sessions } }, () =>
    accounts.signOut(session),
  );
  await revocation(play);
  await play.administers(
    'has all sessions ended',
    { enters: ['sessions-ended'], makes: { sessions: [] } },
    () => accounts.endSessions(play.by, play.standing.account),
  );
  await proofAnew(play);
}

async function revocation(play: Play): Promise<void> {
  const first = await play.signsIn();
  const { sessions } = play.standing;
  const second = await play.signsIn();
  const left = [...sessions.slice(0, -1), ...play.standing.sessions.slice(-1)];
  await play.does(
    'ends another session',
    { enters: ['signed-out'], makes: { sessions: left } },
    () => play.office.accounts.revoke(second, first.id),
  );
}

async function proofAnew(play: Play): Promise<void> {
  const { sessions } = play.standing;
  const session = await play.signsIn();
  const { password, secret } = play.standing;
  const { usedCodes } = play.standing;
  const code = nextCode(play.office, secret);
  const second = { kind: 'totp', code } as const;
  await play.does(
    'proves anew who it is',
    { enters: ['reauthenticated'], makes: { sessions } },
    async () => valueOf(await play.office.accounts.reauthenticate(session, { password, second })),
    ({ token }) => ({
      sessions: [...sessions, token],
      usedCodes: [...usedCodes, { code, atMs: nowMs(play.office.clock) }],
    }),
  );
}
