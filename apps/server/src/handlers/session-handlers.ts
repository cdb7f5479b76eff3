import { routes } from '@kanribo/api';
import { err, ok } from '@kanribo/kernel';
import { type Held, handle } from '../http/handle.ts';
import type { Parts } from '../parts.ts';
import { rolesUnder } from '../contracts/roles.ts';
import type { Begun, FullSession, PendingSession } from '../sign-in/ports.ts';
import { problemOfAccount } from '../sign-in/refusals.ts';

/** Signing in, its second factor, and out. */
export function sessionHandlers(parts: Parts) {
  const { signIn } = parts;
  return {
    session: handle(routes.session, async ({ held }) =>
      ok({ body: await shownSession(parts, held?.session) }),
    ),
    signIn: handle(routes.signIn, async ({ body, client, held }) => {
      const begun = await signIn.signIn(body, client);
      if (!begun.ok) return err(problemOfAccount(begun.error));
      await endOlder(parts, held);
      return ok(await begunReply(parts, begun.value));
    }),
    signOut: handle(routes.signOut, async ({ held }) => {
      if (held !== undefined) await signIn.signOut(held.token);
      return ok({ body: undefined, cookie: null });
    }),
    confirmTotp: handle(routes.confirmTotp, async ({ held, body, client }) => {
      const begun = await signIn.confirmTotp(held.token, body.code, client);
      return begun.ok
        ? ok(await begunReply(parts, begun.value))
        : err(problemOfAccount(begun.error));
    }),
    passkeyOptions: handle(routes.passkeyOptions, async ({ held }) => {
      const options = await signIn.passkeyOptions(held.token);
      return options.ok ? ok({ body: options.value }) : err(problemOfAccount(options.error));
    }),
    confirmPasskey: handle(routes.confirmPasskey, async ({ held, body, client }) => {
      const begun = await signIn.confirmPasskey(held.token, body.credential, client);
      return begun.ok
        ? ok(await begunReply(parts, begun.value))
        : err(problemOfAccount(begun.error));
    }),
    useRecoveryCode: handle(routes.useRecoveryCode, async ({ held, body, client }) => {
      const begun = await signIn.useRecoveryCode(held.token, body.code, client);
      return begun.ok
        ? ok(await begunReply(parts, begun.value))
        : err(problemOfAccount(begun.error));
    }),
    reauthenticate: handle(routes.reauthenticate, async ({ held, body, client }) => {
      const proved = await signIn.reauthenticate(held.token, body, client);
      return proved.ok ? ok({ body: undefined }) : err(problemOfAccount(proved.error));
    }),
  };
}

/** One browser, one session: the one it had before ends. */
async function endOlder({ signIn }: Parts, held: Held<unknown> | undefined): Promise<void> {
  if (held !== undefined) await signIn.signOut(held.token);
}

async function begunReply(parts: Parts, { token, session }: Begun<PendingSession | FullSession>) {
  return { body: await shownSession(parts, session), cookie: token };
}

async function shownSession(parts: Parts, session: PendingSession | FullSession | undefined) {
  if (session === undefined) return { state: 'signed-out' } as const;
  if (session.kind === 'pending') return { state: 'pending', factors: session.factors } as const;
  const { account, signInId, displayName, isAdministrator, startedAt, endsAt } = session;
  const bindings = await Promise.all(
    session.bindings.map(async (binding) => ({
      ...binding,
      roles: await rolesUnder(parts, binding),
    })),
  );
  const about = { account, signInId, displayName, isAdministrator, startedAt, endsAt };
  return { state: 'signed-in', ...about, bindings, serverTime: parts.clock.now() } as const;
}
