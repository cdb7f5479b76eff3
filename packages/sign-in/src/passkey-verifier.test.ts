import { expect, test } from 'vitest';
import { passkeyVerifier } from './passkey-verifier.ts';
import { type Deviation, SoftwareAuthenticator } from './testing/software-authenticator.ts';

const relyingParty = { host: 'kanribo.test', origin: 'https://kanribo.test', name: '管理簿' };
const challenge = new Uint8Array(32).fill(9);
const account = { id: 'account-1', signInId: 'yamada', name: '山田' };
const otherChallenge = Buffer.alloc(32, 8).toString('base64url');

const deviations: readonly (readonly [string, Deviation])[] = [
  ['no user verification', { isUserVerified: false }],
  ['another origin', { origin: 'https://kanribo.test.example' }],
  ['another host', { host: 'example.test' }],
  ['another challenge', { challenge: otherChallenge }],
  ['the other ceremony', { type: 'payment.get' }],
];

const creation = () =>
  passkeyVerifier.creationOptions({ relyingParty, challenge, account, known: [] });

async function registered(authenticator: SoftwareAuthenticator) {
  const answer = authenticator.create(await creation());
  const made = await passkeyVerifier.registered({ relyingParty, challenge, answer });
  if (made === undefined) throw new Error('not registered');
  return made;
}

test('ACC-31: a passkey is made and proves itself, its counter rising', async () => {
  const authenticator = new SoftwareAuthenticator(relyingParty);
  const { passkey, counter } = await registered(authenticator);
  expect(passkey).toMatchObject({ transports: ['internal'], isBackupEligible: false });
  const options = await passkeyVerifier.requestOptions({
    relyingParty,
    challenge,
    known: [passkey],
  });
  expect(options).toMatchObject({
    userVerification: 'required',
    rpId: 'kanribo.test',
    allowCredentials: [{ id: passkey.credentialId }],
  });
  authenticator.counter = 7;
  const answer = authenticator.prove(options);
  const what = { relyingParty, challenge, answer, passkey };
  expect(await passkeyVerifier.proved({ ...what, counter })).toEqual({ counter: 7 });
  expect(await passkeyVerifier.proved({ ...what, counter: 7 })).toBeUndefined();
});

test.each([
  [{}, { isBackupEligible: false, isPlatform: true }],
  [{ isBackupEligible: true }, { isBackupEligible: true, isPlatform: true }],
  [{ attachment: 'cross-platform' }, { isBackupEligible: false, isPlatform: false }],
  [{ attachment: null }, { isBackupEligible: false, isPlatform: false }],
] as const)('ACC-47: what a passkey of %o is, is kept of it', async (deviation, traits) => {
  const answer = new SoftwareAuthenticator(relyingParty).create(await creation(), deviation);
  const made = await passkeyVerifier.registered({ relyingParty, challenge, answer });
  expect(made?.passkey).toMatchObject(traits);
});

test('ACC-31: the browser is asked for user verification, and for nothing of the maker', async () => {
  expect(await creation()).toMatchObject({
    attestation: 'none',
    authenticatorSelection: { userVerification: 'required' },
    rp: { id: 'kanribo.test', name: '管理簿' },
    user: { name: 'yamada', displayName: '山田' },
    challenge: Buffer.from(challenge).toString('base64url'),
  });
});

test.each([...deviations, ['an attestation of the maker', { format: 'packed' }] as const])(
  'ACC-31: no passkey is made with %s',
  async (_, deviation) => {
    const answer = new SoftwareAuthenticator(relyingParty).create(await creation(), deviation);
    const made = await passkeyVerifier.registered({ relyingParty, challenge, answer });
    expect(made).toBeUndefined();
  },
);

test.each(deviations)('ACC-31: no passkey proves anything with %s', async (_, deviation) => {
  const authenticator = new SoftwareAuthenticator(relyingParty);
  const { passkey, counter } = await registered(authenticator);
  const options = await passkeyVerifier.requestOptions({ relyingParty, challenge, known: [] });
  const answer = authenticator.prove(options, deviation);
  const what = { relyingParty, challenge, answer, passkey, counter };
  expect(await passkeyVerifier.proved(what)).toBeUndefined();
});

test('ACC-31: the key of another passkey proves nothing', async () => {
  const { passkey, counter } = await registered(new SoftwareAuthenticator(relyingParty));
  const options = await passkeyVerifier.requestOptions({ relyingParty, challenge, known: [] });
  const answer = new SoftwareAuthenticator(relyingParty).prove(options);
  const what = { relyingParty, challenge, answer, passkey, counter };
  expect(await passkeyVerifier.proved(what)).toBeUndefined();
});

test.each([
  {},
  { id: 'AA', rawId: 'AA', type: 'public-key', response: {} },
  { id: 'AA', response: 1 },
])('ACC-31: what is no answer of a browser is none: %o', async (answer) => {
  const traits = { isBackupEligible: false, isPlatform: false };
  const passkey = { credentialId: 'AA', publicKey: '', transports: [], ...traits };
  const what = { relyingParty, challenge, answer };
  expect(await passkeyVerifier.registered(what)).toBeUndefined();
  expect(await passkeyVerifier.proved({ ...what, passkey, counter: 0 })).toBeUndefined();
});
