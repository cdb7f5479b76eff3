import { expect, test } from 'vitest';
import { accountOffice, valueOf } from '../testing/account-office.ts';
import { toyPasskeyAnswer } from '../testing/toy-sign-in.ts';

const counter = { fingerprint: 'ab'.repeat(32), subject: '端末 窓口1' };
const office2 = { fingerprint: 'cd'.repeat(32), subject: '端末 事務室' };
const title = '窓口の端末1';
const certificate = counter.fingerprint;

/** Two administrators and a clerk; the first administrator sits at a machine of no certificate. */
async function staffed() {
  const office = await accountOffice();
  const first = await office.firstAdministrator();
  const { session: admin } = await office.signedIn(first);
  const second = await office.invited(admin, 'admin-two', { isAdministrator: true });
  const clerk = await office.invited(admin, 'clerk');
  return { office, accounts: office.accounts, first, admin, second, clerk };
}

/** The same with the machine at the window registered. */
async function registered() {
  const all = await staffed();
  const since = all.office.office.clock.now();
  valueOf(await all.accounts.registerCertificate({ by: all.admin, certificate, title }));
  return { ...all, since };
}

test('ACC-63: administrators register a device by its certificate, which is listed with who and when', async () => {
  const { office, accounts, admin, since } = await registered();
  const shown = { certificate, title, by: '管理 花子', since, endedAt: null };
  expect(await accounts.certificateDevices()).toEqual([shown]);
  expect(await (await office.afterRestart()).accounts.certificateDevices()).toEqual([shown]);
  expect(await accounts.registerCertificate({ by: admin, certificate, title })).toMatchObject({
    error: { code: 'device-registered' },
  });
  office.wait(60_000);
  const endedAt = office.office.clock.now();
  valueOf(await accounts.endCertificate({ by: admin, certificate }));
  expect(await accounts.certificateDevices()).toEqual([{ ...shown, endedAt }]);
  expect(await accounts.endCertificate({ by: admin, certificate })).toMatchObject({
    error: { code: 'device-unknown' },
  });
  valueOf(await accounts.registerCertificate({ by: admin, certificate, title: '窓口2' }));
  const anew = (await office.afterRestart()).accounts.certificateDevices();
  expect(await anew).toMatchObject([{ title: '窓口2', endedAt: null }]);
});

test('ACC-63: nobody else registers or ends one, nor anybody the device they sit at', async () => {
  const { office, accounts, admin, second, clerk } = await staffed();
  const { session: works } = await office.signedIn(clerk);
  const refused = { ok: false, error: { code: 'not-allowed' } };
  expect(await accounts.registerCertificate({ by: works, certificate, title })).toEqual(refused);
  expect(await accounts.endCertificate({ by: works, certificate })).toEqual(refused);
  for (const unfit of ['', ' 端末', '123456789018', 'あ'.repeat(61)]) {
    const what = { by: admin, certificate, title: unfit };
    expect(await accounts.registerCertificate(what)).toMatchObject({
      error: { code: 'device-title-unfit' },
    });
  }
  const { session: there } = await office.signedIn(second, counter);
  expect(await accounts.registerCertificate({ by: there, certificate, title })).toMatchObject({
    error: { code: 'second-person-needed' },
  });
  valueOf(await accounts.suspend(there, admin.account));
  valueOf(await accounts.registerCertificate({ by: there, certificate, title }));
  const what = { by: admin, certificate: office2.fingerprint, title };
  expect(await accounts.registerCertificate(what)).toEqual(refused);
});

test.each([
  ['another certificate', counter, office2],
  ['none where there was one', counter, null],
  ['one where there was none', null, office2],
] as const)('ACC-64: %s ends a session, which its owner is told', async (_, began, came) => {
  const { office, accounts, clerk } = await staffed();
  const { token, session } = await office.signedIn(clerk, began);
  expect(await accounts.session(token, began)).toMatchObject({ kind: 'full' });
  expect(await accounts.session(token, came)).toBeUndefined();
  expect(await accounts.session(token, began)).toBeUndefined();
  const [event] = await accounts.history(session);
  expect(event).toMatchObject({
    declaration: 'account/device-differed@1',
    actor: 'software',
    facts: { began: began?.fingerprint ?? null, came: came?.fingerprint ?? null },
  });
  const { session: later } = await office.signedIn(clerk, began);
  const changes = (await accounts.account(later))?.news.changes;
  expect(changes).toMatchObject([{ declaration: 'account/device-differed@1' }]);
  const entered = (await accounts.history(later)).filter(
    ({ declaration }) => declaration === 'account/device-differed@1',
  );
  expect(entered).toHaveLength(1);
});

test('ACC-64: a sign-in goes on to its second step with the certificate it began with alone', async () => {
  const { office, accounts, clerk } = await staffed();
  const visitor = { address: '192.0.2.7', certificate: counter };
  const { token } = valueOf(await accounts.signIn({ ...clerk, ...visitor }));
  expect(await accounts.session(token, counter)).toMatchObject({ kind: 'pending' });
  expect(await accounts.session(token, office2)).toBeUndefined();
  expect(await accounts.secondFactorTotp(token, office.code(clerk))).toMatchObject({
    error: { code: 'session-over' },
  });
});

test('ACC-65: sessions and sign-ins show the device they came from, by certificate and passkey', async () => {
  const { office, accounts, admin, clerk } = await registered();
  const { session } = await office.signedIn(clerk, counter);
  expect(session.device).toMatchObject({ kind: 'certificate' });
  expect(await accounts.deviceTitle(session)).toBe(title);
  const options = valueOf(await accounts.beginPasskey(session));
  const answer = { ...toyPasskeyAnswer(options, 'key'), platform: true, backupEligible: false };
  const added = await accounts.addPasskey(session, { answer, label: '奥', endOthers: false });
  const passkey = valueOf(added).factor;
  const what = { by: admin, account: clerk.account, passkey, title: '奥の端末' };
  valueOf(await accounts.registerDevice(what));
  office.wait(60_000);
  const begun = valueOf(await accounts.signIn({ ...clerk, address: '192.0.2.7' }));
  const asked = valueOf(await accounts.secondFactorPasskeyOptions(begun.token));
  const proof = toyPasskeyAnswer(asked, 'key');
  const inside = valueOf(await accounts.secondFactorPasskey(begun.token, proof)).session;
  expect(inside.device).toMatchObject({ kind: 'passkey' });
  expect(await accounts.deviceTitle(inside)).toBe('奥の端末');
  const { session: plain } = await office.signedIn(clerk, office2);
  expect([plain.device, await accounts.deviceTitle(plain)]).toEqual([null, null]);
  const listed = await accounts.sessions(plain);
  expect(listed.map(({ device, certificate: subject }) => [device, subject])).toEqual([
    [null, office2.subject],
    ['奥の端末', null],
    [title, counter.subject],
  ]);
  const signIns = (await accounts.history(plain)).filter(
    ({ declaration }) => declaration === 'account/signed-in@1',
  );
  expect(signIns.map(({ device }) => device)).toEqual([null, '奥の端末', title]);
});

test('ACC-65: a session goes on being of its device under a new token', async () => {
  const { office, accounts, clerk } = await registered();
  const { session } = await office.signedIn(clerk, counter);
  office.wait(30_000);
  const second = { kind: 'totp', code: office.code(clerk) } as const;
  const proof = { password: clerk.password, second };
  const { token } = valueOf(await accounts.reauthenticate(session, proof));
  expect(await accounts.session(token, counter)).toMatchObject({ device: { kind: 'certificate' } });
  expect(await accounts.session(token)).toBeUndefined();
});

test('ACC-66: with a device end the sessions that came from it, and later ones are of none', async () => {
  const { office, accounts, admin, clerk } = await registered();
  const { token } = await office.signedIn(clerk, counter);
  const elsewhere = await office.signedIn(clerk, office2);
  valueOf(await accounts.endCertificate({ by: admin, certificate }));
  expect(await accounts.session(token, counter)).toBeUndefined();
  expect(await accounts.session(elsewhere.token, office2)).toMatchObject({ kind: 'full' });
  expect(await accounts.sessions(elsewhere.session)).toHaveLength(1);
  const { session } = await office.signedIn(clerk, counter);
  expect(session).toMatchObject({ kind: 'full', device: null, certificate: counter });
});

test('ACC-67: who administered from a registered device does so from one of those alone', async () => {
  const { office, accounts, admin, second } = await registered();
  const before = await office.signedIn(second, office2);
  expect(before.session).toMatchObject({ isAdministrator: true, administersElsewhere: false });
  const there = await office.signedIn(second, counter);
  expect(there.session).toMatchObject({ isAdministrator: true, administersElsewhere: false });
  expect(await accounts.session(before.token, office2)).toMatchObject({
    isAdministrator: false,
    administersElsewhere: true,
  });
  expect(await accounts.session(there.token, counter)).toMatchObject({ isAdministrator: true });
  const again = await (await office.afterRestart()).accounts.session(before.token, office2);
  expect(again).toMatchObject({ isAdministrator: false });
  valueOf(await accounts.endCertificate({ by: admin, certificate }));
  expect(await accounts.session(before.token, office2)).toMatchObject({ isAdministrator: true });
});

test('ACC-67: others, and administrators who have no device, administer as before', async () => {
  const { office, accounts, first, clerk } = await registered();
  const { session: works } = await office.signedIn(clerk, counter);
  const { session: later } = await office.signedIn(clerk);
  for (const session of [works, later]) {
    expect(session).toMatchObject({ isAdministrator: false, administersElsewhere: false });
  }
  const { session } = await office.signedIn(first);
  expect(session).toMatchObject({ isAdministrator: true });
  expect(await accounts.list(session)).toHaveLength(3);
});

test('ACC-67: who comes back by a link begins without the devices used before', async () => {
  const { office, accounts, second } = await registered();
  await office.signedIn(second, counter);
  expect((await office.signedIn(second)).session.administersElsewhere).toBe(true);
  const { token } = valueOf(await accounts.offerWayBack(second.account));
  const back = await office.accepted(token);
  const { session } = await office.signedIn({ ...second, ...back });
  expect(session).toMatchObject({ isAdministrator: true, administersElsewhere: false });
});

test('ACC-67: from elsewhere an administrator ends no own device, and nobody is locked out for good', async () => {
  const { office, accounts, first, admin, second } = await staffed();
  const { session: by } = await office.signedIn(second);
  const options = valueOf(await accounts.beginPasskey(by));
  const answer = { ...toyPasskeyAnswer(options, 'key'), platform: true, backupEligible: false };
  const added = await accounts.addPasskey(by, { answer, label: '奥', endOthers: false });
  const passkey = valueOf(added).factor;
  const device = { account: second.account, passkey };
  valueOf(await accounts.registerDevice({ by: admin, ...device, title: '奥の端末' }));
  const { session: elsewhere } = await office.signedIn(second);
  const needed = { ok: false, error: { code: 'device-needed' } };
  expect(await accounts.removeDevice({ by: elsewhere, ...device })).toEqual(needed);
  expect(await accounts.removeFactor(elsewhere, { factor: passkey })).toEqual(needed);
  expect(await accounts.suspend(elsewhere, first.account)).toEqual({
    ok: false,
    error: { code: 'not-allowed' },
  });
  const { token } = valueOf(await accounts.offerWayBack(second.account));
  const back = await office.accepted(token);
  expect((await office.signedIn({ ...second, ...back })).session.isAdministrator).toBe(true);
});
