import { fakeNow } from './fake-clock.ts';
import { type Answering, answered, done, failed, textIn } from './fake-call.ts';
import type { FakeContracts } from './fake-contracts.ts';
import { type FakePeople, fakeSignIn } from './fake-people.ts';

const usableToken = 'usable-token-of-the-stand-in';
const enrolment = {
  token: 'token-of-the-enrolment-0001',
  signInId: 'manager',
  displayName: '見本 花子',
  otpauth:
    'otpauth://totp/Kanribo:manager?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Kanribo&algorithm=SHA1&digits=6&period=30',
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
};

/** Signing in and beginning to use an account. */
export function peopleAnswers(
  people: FakePeople,
  contracts: FakeContracts,
): ReadonlyMap<string, Answering> {
  const own: readonly (readonly [string, Answering])[] = [
    ['contracts', () => listOf(contracts)],
    ['connection', connection],
  ];
  return new Map([...signingIn(people), ...beginning, ...own]);
}

/** Plain HTTP on loopback, which is how the stand-in is opened. */
const connection = () =>
  answered({
    passkeyHost: 'localhost',
    certificate: null,
    device: { state: 'not-asked' },
    serverTime: fakeNow(),
  });

function listOf(contracts: FakeContracts) {
  const roles = ['chief-officer', 'manager'];
  const titled = contracts.all().map(({ id }) => ({ id, title: `見本業務委託（${id}）`, roles }));
  return answered({ contracts: titled });
}

function signingIn(people: FakePeople): ReadonlyMap<string, Answering> {
  const session = () => answered(people.session(fakeNow()));
  const second = (code: string, expected: string) => {
    if (code !== expected) return failed('sign-in-refused');
    people.state = 'signed-in';
    return session();
  };
  return new Map<string, Answering>([
    ['session', session],
    [
      'signIn',
      ({ body }) => {
        const isRight =
          textIn(body, 'signInId') === fakeSignIn.signInId &&
          textIn(body, 'password') === fakeSignIn.password;
        if (!isRight) return failed('sign-in-refused');
        people.state = 'pending';
        return session();
      },
    ],
    [
      'signOut',
      () => {
        people.state = 'signed-out';
        return done;
      },
    ],
    ['confirmTotp', ({ body }) => second(textIn(body, 'code'), fakeSignIn.code)],
    ['useRecoveryCode', ({ body }) => second(textIn(body, 'code'), fakeSignIn.recoveryCode)],
    ['passkeyOptions', () => answered({ challenge: 'AAAA', userVerification: 'required' })],
    ['confirmPasskey', () => second('passkey', 'passkey')],
    ['reauthenticate', () => done],
  ]);
}

const beginning: ReadonlyMap<string, Answering> = new Map<string, Answering>([
  ['setUpLink', ({ body }) => answered({ usable: textIn(body, 'token') === usableToken })],
  ['acceptSetUp', () => answered(enrolment)],
  [
    'invitation',
    ({ body }) => {
      const usable = textIn(body, 'token') === usableToken;
      return answered({
        usable,
        ...(usable && { signInId: 'handler.1', displayName: '見本 次郎' }),
      });
    },
  ],
  ['acceptInvitation', () => answered(enrolment)],
  [
    'confirmEnrolment',
    ({ body }) =>
      textIn(body, 'code') === fakeSignIn.code
        ? answered({ recoveryCodes: Array.from({ length: 10 }, (_, at) => `abcd-efgh-${at}jkl`) })
        : failed('sign-in-refused'),
  ],
]);
