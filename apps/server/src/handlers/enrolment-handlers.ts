import { routes } from '@kanribo/api';
import type { Enrolment } from '@kanribo/application';
import { ok } from '@kanribo/kernel';
import { handle } from '../http/handle.ts';
import type { Parts } from '../parts.ts';
import { accountProblem } from '../sign-in/account-problem.ts';

/** Beginning an account by a link. */
export function enrolmentHandlers(parts: Parts) {
  return { ...byLink(parts), ...confirming(parts) };
}

function byLink({ accounts }: Parts) {
  return {
    setUpLink: handle(routes.setUpLink, async ({ body }) =>
      ok({ body: { usable: await accounts.isSetUpUsable(body.token) } }),
    ),
    acceptSetUp: handle(routes.acceptSetUp, async ({ body, client: visitor }) => {
      const { token, ...what } = body;
      const begun = await accounts.acceptSetUp(token, { ...what, visitor });
      return begun.ok ? ok({ body: shown(begun.value) }) : accountProblem(begun.error);
    }),
    invitation: handle(routes.invitation, async ({ body }) => {
      const names = await accounts.invitation(body.token);
      return ok({ body: { usable: names !== undefined, ...names } });
    }),
    acceptInvitation: handle(routes.acceptInvitation, async ({ body, client: visitor }) => {
      const { token, password } = body;
      const begun = await accounts.acceptInvitation(token, { password, visitor });
      return begun.ok ? ok({ body: shown(begun.value) }) : accountProblem(begun.error);
    }),
  };
}

function confirming({ accounts }: Parts) {
  return {
    confirmEnrolment: handle(routes.confirmEnrolment, async ({ body }) => {
      const enrolled = await accounts.confirmTotp(body.token, body.code);
      if (!enrolled.ok) return accountProblem(enrolled.error);
      return ok({ body: { recoveryCodes: enrolled.value.recoveryCodes } });
    }),
    enrolPasskey: handle(routes.enrolPasskey, async ({ body }) => {
      const options = await accounts.enrolPasskey(body.token);
      return options.ok ? ok({ body: options.value }) : accountProblem(options.error);
    }),
    confirmEnrolmentPasskey: handle(routes.confirmEnrolmentPasskey, async ({ body }) => {
      const { token, label, credential: answer } = body;
      const enrolled = await accounts.confirmPasskey(token, { label, answer });
      if (!enrolled.ok) return accountProblem(enrolled.error);
      return ok({ body: { recoveryCodes: enrolled.value.recoveryCodes } });
    }),
  };
}

function shown({ token, signInId, displayName, secret, uri: otpauth }: Enrolment) {
  return { token, signInId, displayName, secret, otpauth };
}
