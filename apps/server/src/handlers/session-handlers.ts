import { routes } from '@kanribo/api';
import type { FullSession, PendingSession } from '@kanribo/application';
import { err, ok } from '@kanribo/kernel';
import { rolesUnder } from '../contracts/roles.ts';
import { type Held, handle } from '../http/handle.ts';
import type { Parts } from '../parts.ts';
import { membershipsOf } from '../rights/admit.ts';
import { accountProblem, problemOfAccount } from '../sign-in/account-problem.ts';

/** Signing in, its second factor, and out. */
export function sessionHandlers(parts: Parts) {
  return { ...firstSteps(parts), ...secondSteps(parts), ...provingAnew(parts) };
}

function firstSteps(parts: Parts) {
  const { accounts } = parts;
  return {
    session: handle(routes.session, async ({ held }) =>
      ok({ body: await shownSession(parts, held?.session) }),
    ),
    signIn: handle(routes.signIn, async ({ body, client, held }) => {
      const begun = await accounts.signIn({ ...body, ...client });
      if (!begun.ok) return accountProblem(begun.error);
      await endOlder(parts, held);
      return ok(await begunReply(parts, begun.value));
    }),
    signOut: handle(routes.signOut, async ({ held }) => {
      await endOlder(parts, held);
      return ok({ body: undefined, cookie: null });
    }),
  };
}

function secondSteps(parts: Parts) {
  const { accounts } = parts;
  return {
    confirmTotp: handle(routes.confirmTotp, async ({ held, body }) => {
      const begun = await accounts.secondFactorTotp(held.token, body.code);
      return begun.ok ? ok(await begunReply(parts, begun.value)) : accountProblem(begun.error);
    }),
    passkeyOptions: handle(routes.passkeyOptions, async ({ held }) => {
      const options = await accounts.secondFactorPasskeyOptions(held.token);
      return options.ok ? ok({ body: options.value }) : accountProblem(options.error);
    }),
    confirmPasskey: handle(routes.confirmPasskey, async ({ held, body }) => {
      const begun = await accounts.secondFactorPasskey(held.token, body.credential);
      return begun.ok ? ok(await begunReply(parts, begun.value)) : accountProblem(begun.error);
    }),
    useRecoveryCode: handle(routes.useRecoveryCode, async ({ held, body }) => {
      const begun = await accounts.recoveryCode(held.token, body.code);
      return begun.ok ? ok(await begunReply(parts, begun.value)) : accountProblem(begun.error);
    }),
  };
}

function provingAnew({ accounts }: Parts) {
  return {
    reauthenticate: handle(routes.reauthenticate, async ({ held, body }) => {
      const second =
        'code' in body
          ? ({ kind: 'totp', code: body.code } as const)
          : ({ kind: 'passkey', answer: body.credential } as const);
      const proof = { password: body.password, second };
      const proved = await accounts.reauthenticate(held.session, proof);
      if (proved.ok) return ok({ body: undefined, cookie: proved.value.token });
      // The session goes on: a wrong password here is no reason to show the sign-in page.
      const problem = problemOfAccount(proved.error);
      return err(
        problem.code === 'sign-in-refused' ? { ...problem, code: 'not-allowed' } : problem,
      );
    }),
    reauthenticationPasskey: handle(routes.reauthenticationPasskey, async ({ held }) => {
      const options = await accounts.reauthenticationPasskeyOptions(held.session);
      return options.ok ? ok({ body: options.value }) : accountProblem(options.error);
    }),
  };
}

/** One browser, one session: the one it had before ends. */
async function endOlder(
  { accounts }: Parts,
  held: Held<PendingSession | FullSession> | undefined,
): Promise<void> {
  if (held !== undefined) await accounts.signOut(held.session);
}

interface Begun {
  readonly token: string;
  readonly session: PendingSession | FullSession;
}

async function begunReply(parts: Parts, { token, session }: Begun) {
  return { body: await shownSession(parts, session), cookie: token };
}

async function shownSession(parts: Parts, session: PendingSession | FullSession | undefined) {
  if (session === undefined) return { state: 'signed-out' } as const;
  if (session.kind === 'pending') return { state: 'pending', factors: session.factors } as const;
  const { account, signInId, displayName, isAdministrator, administersElsewhere } = session;
  const { startedAt, endsAt } = session;
  const device = await parts.accounts.deviceTitle(session);
  const bindings = await Promise.all(
    membershipsOf(session).map(async (member) => ({
      contract: member.contract,
      person: member.person,
      roles: await rolesUnder(parts, member),
    })),
  );
  const who = { account, signInId, displayName, isAdministrator, administersElsewhere, device };
  const times = { startedAt, endsAt, serverTime: parts.clock.now() };
  return { state: 'signed-in', ...who, ...times, bindings } as const;
}
