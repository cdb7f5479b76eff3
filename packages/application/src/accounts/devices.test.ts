import { ok, parseContractId } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import {
  type AccountOffice,
  type SignedUp,
  accountOffice,
  valueOf,
  visitor,
} from '../testing/account-office.ts';
import { toyPasskeyAnswer } from '../testing/toy-sign-in.ts';
import type { FullSession } from './sessions.ts';
import { record } from './tools.ts';

const ownPlatform = { platform: true, backupEligible: false };

/** Two administrators and a clerk, and the first administrator's session. */
async function staffed() {
  const office = await accountOffice();
  const first = await office.firstAdministrator();
  const { session: admin } = await office.signedIn(first);
  const second = await office.invited(admin, 'admin-two', { isAdministrator: true });
  const clerk = await office.invited(admin, 'clerk');
  const { session: works } = await office.signedIn(clerk);
  return { office, admin, second, clerk, works };
}

/** Adds a passkey of those traits; answers the id it is kept under. */
async function withPasskey(
  { accounts }: AccountOffice,
  by: FullSession,
  traits: { readonly platform: boolean; readonly backupEligible: boolean } = ownPlatform,
): Promise<string> {
  const options = valueOf(await accounts.beginPasskey(by));
  const answer = { ...toyPasskeyAnswer(options, `key-of-${by.account}`), ...traits };
  const added = await accounts.addPasskey(by, { answer, label: '窓口', endOthers: false });
  return valueOf(added).factor;
}

/** A clerk with a passkey in the machine at the window, which is registered. */
async function registered() {
  const all = await staffed();
  const passkey = await withPasskey(all.office, all.works);
  const device = { account: all.works.account, passkey };
  const since = all.office.office.clock.now();
  const title = '窓口の端末1';
  valueOf(await all.office.accounts.registerDevice({ by: all.admin, ...device, title }));
  return { ...all, device, since, title };
}

async function deviceOf({ accounts }: AccountOffice, by: FullSession) {
  const own = await accounts.account(by);
  return own?.factors.find(({ kind }) => kind === 'passkey')?.device;
}

async function byPasskey({ accounts }: AccountOffice, who: SignedUp): Promise<FullSession> {
  const { token } = valueOf(await accounts.signIn({ ...who, ...visitor }));
  const options = valueOf(await accounts.secondFactorPasskeyOptions(token));
  const answer = toyPasskeyAnswer(options, `key-of-${who.account}`);
  return valueOf(await accounts.secondFactorPasskey(token, answer)).session;
}

test.each([
  [{ platform: true, backupEligible: true }, 'passkey-copiable'],
  [{ platform: false, backupEligible: false }, 'passkey-roaming'],
] as const)('ACC-47: a passkey of %o stands for no device', async (traits, code) => {
  const { office, admin, works } = await staffed();
  const passkey = await withPasskey(office, works, traits);
  const what = { by: admin, account: works.account, passkey, title: '窓口の端末1' };
  expect(await office.accounts.registerDevice(what)).toEqual({ ok: false, error: { code } });
  const listed = await office.accounts.list(admin);
  expect(listed.flatMap(({ passkeys }) => passkeys)).toMatchObject([{ unfit: code, device: null }]);
});

test('ACC-47: a passkey of before nothing was kept of where it can be stands for no device', async () => {
  const { office, admin, works } = await staffed();
  const passkey = await withPasskey(office, works);
  const tools = { ledger: office.instance.ledger, random: office.office.tools.random };
  const facts = { account: works.account, kind: 'passkey', secret: passkey };
  const entry = { declaration: 'account/factor-added@1', facts };
  valueOf(await record(tools, works.account, () => ok([entry])));
  const what = { by: admin, account: works.account, passkey, title: '窓口の端末1' };
  const code = 'passkey-untold';
  expect(await office.accounts.registerDevice(what)).toEqual({ ok: false, error: { code } });
});

test('ACC-48: a device is registered by an administrator, and shown with title, name and time', async () => {
  const { office, admin, works, device, since, title } = await registered();
  const shown = { title, by: '管理 花子', since };
  expect(await deviceOf(office, works)).toEqual(shown);
  const restarted = await office.afterRestart();
  expect(await deviceOf(restarted, works)).toEqual(shown);
  const listed = await restarted.accounts.list(admin);
  expect(listed.flatMap(({ passkeys }) => passkeys)).toMatchObject([
    { id: device.passkey, label: '窓口', unfit: null, device: shown },
  ]);
  const events = await office.accounts.history(works);
  expect(events[0]).toMatchObject({ declaration: 'account/device-registered@1', by: '管理 花子' });
  expect(JSON.stringify(events)).not.toContain(title);
});

test('ACC-48: nobody else registers a device, and nobody one of an own account', async () => {
  const { office, admin, works } = await staffed();
  const { accounts } = office;
  const passkey = await withPasskey(office, works);
  const what = { account: works.account, passkey, title: '窓口の端末1' };
  expect(await accounts.registerDevice({ by: works, ...what })).toMatchObject({
    error: { code: 'not-allowed' },
  });
  const own = { by: admin, account: admin.account, passkey: await withPasskey(office, admin) };
  expect(await accounts.registerDevice({ ...own, title: '管理の端末' })).toMatchObject({
    error: { code: 'second-person-needed' },
  });
  for (const title of ['', ' 端末', '123456789018', 'あ'.repeat(61)]) {
    expect(await accounts.registerDevice({ by: admin, ...what, title })).toMatchObject({
      error: { code: 'device-title-unfit' },
    });
  }
  expect(await accounts.registerDevice({ by: admin, ...what, passkey: 'none' })).toMatchObject({
    error: { code: 'passkey-unknown' },
  });
  expect(await deviceOf(office, works)).toBeNull();
});

test('ACC-48: who manages somebody else’s account without administering registers no device', async () => {
  const office = await accountOffice({
    rights: {
      mayManage: async (by) => by.person === 'person-1',
      mayLetAudit: async () => false,
      isLastChiefOfficer: async () => false,
    },
  });
  const { session: admin } = await office.signedIn(await office.firstAdministrator());
  const contract = parseContractId('toy-2026');
  if (!contract.ok) throw new Error('toy-2026');
  const at = (person: string) => ({ bindings: [{ contract: contract.value, person }] });
  const { session: chief } = await office.signedIn(
    await office.invited(admin, 'chief', at('person-1')),
  );
  const worker = await office.invited(admin, 'worker', at('person-2'));
  const { session: works } = await office.signedIn(worker);
  const what = { account: works.account, passkey: await withPasskey(office, works) };
  const refused = { ok: false, error: { code: 'not-allowed' } };
  const title = '窓口の端末1';
  expect(await office.accounts.registerDevice({ by: chief, ...what, title })).toEqual(refused);
  expect(await office.accounts.removeDevice({ by: chief, ...what })).toEqual(refused);
  const listed = await office.accounts.list(chief);
  expect(listed.map(({ id, passkeys }) => [id, passkeys])).toContainEqual([works.account, []]);
});

test('ACC-48: the last administrator registers a device of an own account', async () => {
  const office = await accountOffice();
  const { session: admin } = await office.signedIn(await office.firstAdministrator());
  const passkey = await withPasskey(office, admin);
  const what = { by: admin, account: admin.account, passkey, title: '管理の端末' };
  valueOf(await office.accounts.registerDevice(what));
  expect(await office.accounts.registerDevice(what)).toMatchObject({
    error: { code: 'device-registered' },
  });
  expect(await deviceOf(office, admin)).toMatchObject({ title: '管理の端末' });
});

test('ACC-48: its owner or an administrator ends a device, and no one else', async () => {
  const { office, admin, works, device, title } = await registered();
  const { accounts } = office;
  const { session: other } = await office.signedIn(await office.invited(admin, 'other'));
  expect(await accounts.removeDevice({ by: other, ...device })).toMatchObject({
    error: { code: 'not-allowed' },
  });
  expect(await deviceOf(office, works)).toMatchObject({ title });
  valueOf(await accounts.removeDevice({ by: works, ...device }));
  expect(await deviceOf(office, works)).toBeNull();
  expect(await accounts.removeDevice({ by: works, ...device })).toMatchObject({
    error: { code: 'device-unknown' },
  });
  valueOf(await accounts.registerDevice({ by: admin, ...device, title }));
  valueOf(await accounts.removeDevice({ by: admin, ...device }));
  expect(await deviceOf(await office.afterRestart(), works)).toBeNull();
});

test('ACC-49: a device ends with its passkey, and does not come back with another', async () => {
  const { office, admin, works, device } = await registered();
  const { accounts } = office;
  valueOf(await accounts.removeFactor(works, { factor: device.passkey }));
  const none = { error: { code: 'device-unknown' } };
  expect(await accounts.removeDevice({ by: admin, ...device })).toMatchObject(none);
  const title = '窓口の端末1';
  expect(await accounts.registerDevice({ by: admin, ...device, title })).toMatchObject({
    error: { code: 'passkey-unknown' },
  });
  await withPasskey(office, works);
  expect(await deviceOf(office, works)).toBeNull();
});

test('ACC-49: who is invited anew has no device any more', async () => {
  const { office, admin, device } = await registered();
  valueOf(await office.accounts.inviteAgain(admin, device.account));
  expect(await office.accounts.removeDevice({ by: admin, ...device })).toMatchObject({
    error: { code: 'device-unknown' },
  });
});

test('ACC-50: a session by the passkey of a device is listed as of it, while it is one', async () => {
  const { office, admin, clerk, works, device, title } = await registered();
  const { accounts } = office;
  office.wait(60_000);
  const atWindow = await byPasskey(office, clerk);
  const titles = async (by: FullSession) =>
    (await accounts.sessions(by)).map(({ isThis, device: shown }) => [isThis, shown]);
  expect(await titles(atWindow)).toEqual([
    [true, title],
    [false, null],
  ]);
  const options = valueOf(await accounts.reauthenticationPasskeyOptions(atWindow));
  const answer = toyPasskeyAnswer(options, `key-of-${clerk.account}`);
  const second = { kind: 'passkey', answer } as const;
  const proof = { password: clerk.password, second };
  const { token } = valueOf(await accounts.reauthenticate(atWindow, proof));
  const anew = await accounts.session(token);
  if (anew?.kind !== 'full') throw new Error('the session is over');
  expect(await titles(anew)).toContainEqual([true, title]);
  valueOf(await accounts.removeDevice({ by: admin, ...device }));
  expect(await titles(works)).toEqual([
    [false, null],
    [true, null],
  ]);
});
