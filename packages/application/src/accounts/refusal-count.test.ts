import { expect, test } from 'vitest';
import { instanceId } from '../instance/instance-log.ts';
import { type AccountOffice, accountOffice } from '../testing/account-office.ts';
import { entriesOf } from '../testing/teller.ts';

const refused = 'account/refused@1';

async function refusals({ office }: AccountOffice) {
  const entries = await entriesOf(office.store, { contractId: instanceId, log: 'instance' });
  return entries.filter(({ declaration }) => declaration === refused);
}

test('ACC-61: a refusal by rights is entered by itself once a minute for each account and route', async () => {
  const office = await accountOffice();
  const who = await office.firstAdministrator();
  const { session } = await office.signedIn(who);
  const { accounts } = office;
  const what = { account: who.account, route: 'GET /contracts/:contract', code: 'not-found' };
  const other = { ...what, route: 'GET /health', code: 'not-allowed' };
  const many = Array.from({ length: 20 }, () => accounts.noteRefusalOf(what));
  await Promise.all([...many, accounts.noteRefusalOf(other)]);
  expect(await refusals(office)).toHaveLength(2);
  await (await office.afterRestart()).accounts.noteRefusalOf(what);
  expect(await refusals(office)).toHaveLength(2);
  office.wait(60_000);
  await accounts.noteRefusalOf(what);
  const entered = await refusals(office);
  expect(entered).toHaveLength(3);
  expect(entered[0]?.actor).toBe(who.account);
  const told = (await accounts.history(session)).map(({ declaration }) => declaration);
  expect(told).not.toContain(refused);
});
