import type { Route } from '@kanribo/api';
import { type Answer, failed } from './fake-call.ts';

/** How everybody signs in to the stand-in. */
export const fakeSignIn = {
  signInId: 'manager',
  password: 'correct horse battery staple',
  code: '123456',
  recoveryCode: 'abcd-efgh-ijkl',
  person: 'person-3',
} as const;

type State = 'signed-out' | 'pending' | 'signed-in';

/** The one browser the stand-in serves, and how far it has signed in. */
export class FakePeople {
  state: State = 'signed-out';

  /** Why this browser may not come to a route; undefined where it may. */
  admit({ audience }: Route): Answer | undefined {
    if (audience === 'anybody' || this.state === 'signed-in') return undefined;
    if (this.state === 'signed-out') return failed('signed-out');
    return audience === 'pending' ? undefined : failed('second-factor-needed');
  }

  /** The session as it is answered. */
  session(now: string) {
    if (this.state === 'signed-out') return { state: 'signed-out' };
    if (this.state === 'pending') {
      return { state: 'pending', factors: ['totp', 'passkey', 'recovery-code'] };
    }
    return {
      state: 'signed-in',
      account: 'account-1',
      signInId: fakeSignIn.signInId,
      displayName: '見本 花子',
      isAdministrator: true,
      administersElsewhere: false,
      device: null,
      bindings: [],
      startedAt: now,
      endsAt: now,
      serverTime: now,
    };
  }
}
