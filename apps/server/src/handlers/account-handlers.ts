import { routes } from '@kanribo/api';
import { type Result, err, ok } from '@kanribo/kernel';
import { handle } from '../http/handle.ts';
import type { Problem } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import type { Parts } from '../parts.ts';
import { type AccountRefusal, problemOfAccount } from '../sign-in/refusals.ts';

/** One's own account. */
export function accountHandlers({ signIn }: Parts) {
  return {
    account: handle(routes.account, async ({ held }) =>
      ok({ body: await signIn.account(held.token) }),
    ),
    sessions: handle(routes.sessions, async ({ held }) =>
      ok({ body: { sessions: await signIn.sessions(held.token) } }),
    ),
    revokeSession: handle(routes.revokeSession, async ({ held, params }) => {
      await signIn.revokeSession(held.token, params.id);
      return ok({ body: undefined });
    }),
    signInHistory: handle(routes.signInHistory, async ({ held }) =>
      ok({ body: { events: await signIn.history(held.token) } }),
    ),
    changePassword: handle(routes.changePassword, async ({ held, body, client }) =>
      done(await signIn.changePassword(held.token, body, client)),
    ),
    passkeyCreation: handle(routes.passkeyCreation, async ({ held }) => {
      const options = await signIn.passkeyCreation(held.token);
      return options.ok ? ok({ body: options.value }) : err(problemOfAccount(options.error));
    }),
    addPasskey: handle(routes.addPasskey, async ({ held, body }) =>
      done(await signIn.addPasskey(held.token, body)),
    ),
    removePasskey: handle(routes.removePasskey, async ({ held, params }) =>
      done(await signIn.removePasskey(held.token, params.id)),
    ),
    renewRecoveryCodes: handle(routes.renewRecoveryCodes, async ({ held }) => {
      const made = await signIn.renewRecoveryCodes(held.token);
      if (!made.ok) return err(problemOfAccount(made.error));
      return ok({ body: { recoveryCodes: made.value } });
    }),
  };
}

/** Beginning an account by a link. */
export function enrolmentHandlers({ signIn }: Parts) {
  return {
    setUpLink: handle(routes.setUpLink, async ({ params }) =>
      ok({ body: { usable: await signIn.setUpLink(params.token) } }),
    ),
    acceptSetUp: handle(routes.acceptSetUp, async ({ params, body }) => {
      const begun = await signIn.acceptSetUp(params.token, body);
      return begun.ok ? ok({ body: begun.value }) : err(problemOfAccount(begun.error));
    }),
    invitation: handle(routes.invitation, async ({ params }) => {
      const signInId = await signIn.invitation(params.token);
      const usable = signInId !== undefined;
      return ok({ body: { usable, ...(usable && { signInId }) } });
    }),
    acceptInvitation: handle(routes.acceptInvitation, async ({ params, body }) => {
      const begun = await signIn.acceptInvitation(params.token, body.password);
      return begun.ok ? ok({ body: begun.value }) : err(problemOfAccount(begun.error));
    }),
    confirmEnrolment: handle(routes.confirmEnrolment, async ({ params, body, client }) => {
      const codes = await signIn.confirmEnrolment(params.token, body.code, client);
      if (!codes.ok) return err(problemOfAccount(codes.error));
      return ok({ body: { recoveryCodes: codes.value } });
    }),
  };
}

/** Nothing to say beside that it is done, or why not. */
export function done(result: Result<unknown, AccountRefusal>): Result<Reply<undefined>, Problem> {
  return result.ok ? ok({ body: undefined }) : err(problemOfAccount(result.error));
}
