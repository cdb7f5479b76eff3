import { type ContractId, addDays, dayOf, parseContractId } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import {
  type AccountOffice,
  type SignedUp,
  accountOffice,
  valueOf,
} from '../testing/account-office.ts';
import type { FullSession } from './sessions.ts';

const hour = 3_600_000;
const day = 24 * hour;

function contractId(text: string): ContractId {
  const parsed = parseContractId(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const toy = contractId('toy-2026');
const other = contractId('other-2026');
const chief = { contract: toy, person: 'person-1' };
const member = { contract: toy, person: 'person-2' };

/** An administrator, and a chief officer of `toy-2026`. */
async function staffed(): Promise<{
  readonly office: AccountOffice;
  readonly admin: FullSession;
  readonly governs: FullSession;
  readonly officer: SignedUp;
}> {
  const office = await accountOffice({
    rights: {
      mayManage: async (by) => by.person === 'person-1',
      mayLetAudit: async (by) => by.person === 'person-1',
      isLastChiefOfficer: async () => false,
    },
  });
  const { session: admin } = await office.signedIn(await office.firstAdministrator());
  const who = await office.invited(admin, 'chief', { bindings: [chief] });
  return { office, admin, governs: (await office.signedIn(who)).session, officer: who };
}

const inDays = ({ office }: AccountOffice, days: number) =>
  addDays(dayOf(office.clock.now()), days);

test('ACC-32: an external auditor is one until the last day, and sessions end with that day', async () => {
  const { office, admin } = await staffed();
  const audit = { contract: toy, until: inDays(office, 1) };
  const who = await office.invited(admin, 'auditor', { audits: [audit] });
  const clerk = await office.invited(admin, 'clerk');
  const tokyoMs = Date.parse(office.office.clock.now()) + 9 * hour;
  office.wait(2 * day - (tokyoMs % day) - hour / 6);
  const { token, session } = await office.signedIn(who);
  const { token: others } = await office.signedIn(clerk);
  expect(session).toMatchObject({ audits: [{ ...audit, endedAt: null }], bindings: [] });
  expect(await office.accounts.session(token)).toBeDefined();
  office.wait(hour / 6);
  expect(await office.accounts.session(token)).toBeUndefined();
  expect(await office.accounts.session(others)).toBeDefined();
  const anew = await (await office.afterRestart()).signedIn(who);
  expect(anew.session.audits).toEqual([{ ...audit, endedAt: null }]);
});

test('ACC-32: an audit is extended, and ended before its day, by deeds that are entered', async () => {
  const { office, admin, governs } = await staffed();
  const { accounts } = office;
  const audit = { contract: toy, until: inDays(office, 1) };
  const who = await office.invited(governs, 'auditor', { audits: [audit] });
  const { token } = await office.signedIn(who);
  const longer = { contract: toy, until: inDays(office, 30) };
  const about = { account: who.account };
  valueOf(await accounts.allowAudit({ by: admin, ...about, audit: longer }));
  expect((await accounts.session(token))?.kind).toBe('full');
  const ended = office.office.clock.now();
  valueOf(await accounts.endAudit({ by: governs, ...about, contract: toy }));
  expect(await accounts.session(token)).toBeUndefined();
  expect(await accounts.endAudit({ by: governs, ...about, contract: toy })).toMatchObject({
    error: { code: 'audit-unknown' },
  });
  const restarted = await office.afterRestart();
  const { session } = await restarted.signedIn(who);
  expect(session.audits).toEqual([{ ...longer, endedAt: ended }]);
  expect(
    (await restarted.accounts.history(session)).map(({ declaration }) => declaration).slice(1, 4),
  ).toEqual(['account/audit-ended@1', 'account/audit-allowed@1', 'account/signed-in@1']);
});

test('ACC-32: a session that ended with an audit does not come back when the audit is extended', async () => {
  const { office, governs, officer } = await staffed();
  const audit = { contract: toy, until: inDays(office, 1) };
  const who = await office.invited(governs, 'auditor', { audits: [audit] });
  const tokyoMs = Date.parse(office.office.clock.now()) + 9 * hour;
  office.wait(2 * day - (tokyoMs % day) - hour / 6);
  const { token } = await office.signedIn(who);
  office.wait(hour / 4);
  expect(await office.accounts.session(token)).toBeUndefined();
  const longer = { contract: toy, until: inDays(office, 30) };
  const { session: by } = await office.signedIn(officer);
  valueOf(await office.accounts.allowAudit({ by, account: who.account, audit: longer }));
  expect(await office.accounts.session(token)).toBeUndefined();
  const { token: anew } = await (await office.afterRestart()).signedIn(who);
  expect((await office.accounts.session(anew))?.kind).toBe('full');
});

test('ACC-33: administrators and who governs a contract let somebody audit it, no one else', async () => {
  const { office, admin, governs } = await staffed();
  const { accounts } = office;
  const until = inDays(office, 7);
  const worker = await office.invited(admin, 'worker', { bindings: [member] });
  const { session: works } = await office.signedIn(worker);
  const who = await office.invited(admin, 'auditor', { audits: [{ contract: toy, until }] });
  const tries = [
    [works, { contract: toy, until }],
    [governs, { contract: other, until }],
  ] as const;
  for (const [by, audit] of tries) {
    const invitation = { signInId: 'new-one', displayName: '監査', isAdministrator: false };
    const invited = await accounts.invite(by, { ...invitation, bindings: [], audits: [audit] });
    expect(invited).toEqual({ ok: false, error: { code: 'not-allowed' } });
    const allowed = await accounts.allowAudit({ by, account: who.account, audit });
    expect(allowed).toEqual({ ok: false, error: { code: 'not-allowed' } });
  }
  expect((await accounts.list(governs)).map(({ signInId }) => signInId)).toContain('auditor');
  expect((await accounts.list(works)).map(({ signInId }) => signInId)).not.toContain('auditor');
  await office.invited(admin, 'admin-two', { isAdministrator: true });
  const own = { by: admin, account: admin.account, audit: { contract: toy, until } };
  expect(await accounts.allowAudit(own)).toMatchObject({
    error: { code: 'second-person-needed' },
  });
});

test('ACC-33: who governs a contract ends the audit of it, whatever else its auditor looks at', async () => {
  const { office, admin, governs, officer } = await staffed();
  const { accounts } = office;
  const elsewhere = { contract: other, until: inDays(office, 7) };
  const here = { contract: toy, until: inDays(office, 30) };
  const who = await office.invited(admin, 'auditor', { audits: [elsewhere] });
  const about = { by: governs, account: who.account };
  const foreign = { ...elsewhere, until: inDays(office, 9) };
  const notAllowed = { error: { code: 'not-allowed' } };
  valueOf(await accounts.allowAudit({ ...about, audit: here }));
  expect(await accounts.allowAudit({ ...about, audit: foreign })).toMatchObject(notAllowed);
  expect(await accounts.endAudit({ ...about, contract: other })).toMatchObject(notAllowed);
  expect(await accounts.suspend(governs, who.account)).toMatchObject(notAllowed);
  valueOf(await accounts.endAudit({ ...about, contract: toy }));
  valueOf(await accounts.allowAudit({ ...about, audit: here }));
  office.wait(8 * day);
  const { session } = await office.signedIn(officer);
  const listed = async () => (await accounts.list(session)).map(({ signInId }) => signInId);
  expect(await listed()).toContain('auditor');
  valueOf(await accounts.suspend(session, who.account));
});

test('ACC-33: an audit is for a year at most, not over yet, and beside no office', async () => {
  const { office, admin } = await staffed();
  const { accounts } = office;
  const invitation = { signInId: 'auditor', displayName: '監査', isAdministrator: false };
  for (const days of [-1, 367]) {
    const audits = [{ contract: toy, until: inDays(office, days) }];
    expect(await accounts.invite(admin, { ...invitation, bindings: [], audits })).toMatchObject({
      error: { code: 'audit-day-unfit' },
    });
  }
  const audits = [{ contract: toy, until: inDays(office, 0) }];
  expect(await accounts.invite(admin, { ...invitation, bindings: [member], audits })).toMatchObject(
    { error: { code: 'other-part' } },
  );
  const who = await office.invited(admin, 'auditor', { audits });
  expect(await accounts.bind(admin, who.account, member)).toMatchObject({
    error: { code: 'other-part' },
  });
  office.wait(2 * day);
  valueOf(await accounts.bind(admin, who.account, member));
  expect(
    await accounts.allowAudit({
      by: admin,
      account: who.account,
      audit: { contract: toy, until: inDays(office, 3) },
    }),
  ).toMatchObject({ error: { code: 'other-part' } });
});
