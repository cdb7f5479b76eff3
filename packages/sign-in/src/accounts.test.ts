import { accountOffice, goodPassword, valueOf, visitor } from '@kanribo/application/testing';
import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { argon2Hasher, passkeyVerifier, totpVerifier } from './index.ts';
import { SoftwareAuthenticator } from './testing/software-authenticator.ts';

const relyingParty = { host: 'kanribo.test', origin: 'https://kanribo.test', name: '管理簿' };

test('ACC-2, ACC-31: somebody enrols and signs in with the real libraries', async () => {
  const office = await accountOffice({
    passwords: argon2Hasher,
    totp: totpVerifier,
    passkeys: passkeyVerifier,
    relyingParty,
  });
  const { accounts } = office;
  const codeOf = (secret: string): string =>
    new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
      timestamp: Date.parse(office.office.clock.now()),
    });
  const link = (await accounts.firstSetUpLink())?.token ?? '';
  const who = { signInId: 'admin-one', displayName: '管理 花子', password: goodPassword };
  const begun = valueOf(await accounts.acceptSetUp(link, { ...who, visitor }));
  valueOf(await accounts.confirmTotp(begun.token, codeOf(begun.secret)));
  office.wait(30_000);
  const first = valueOf(await accounts.signIn({ ...who, ...visitor }));
  const { session } = valueOf(await accounts.secondFactorTotp(first.token, codeOf(begun.secret)));
  const authenticator = new SoftwareAuthenticator(relyingParty);
  const made = authenticator.create(valueOf(await accounts.beginPasskey(session)));
  valueOf(await accounts.addPasskey(session, { answer: made, label: '職場のPC' }));
  const second = valueOf(await accounts.signIn({ ...who, ...visitor }));
  const options = valueOf(await accounts.secondFactorPasskeyOptions(second.token));
  const proved = await accounts.secondFactorPasskey(second.token, authenticator.prove(options));
  expect(proved).toMatchObject({ ok: true, value: { session: { kind: 'full' } } });
});
