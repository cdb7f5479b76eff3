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
    setUpLink: handle(routes.setUpLink, async ({ params }) =>
      ok({ body: { usable: await accounts.isSetUpUsable(params.token) } }),
    ),
    acceptSetUp: handle(routes.acceptSetUp, async ({ params, body, client: visitor }) => {
      const begun = await accounts.acceptSetUp(params.token, { ...body, visitor });
      return begun.ok ? ok({ body: shown(begun.value) }) : accountProblem(begun.error);
    }),
    invitation: handle(routes.invitation, async ({ params }) => {
      const names = await accounts.invitation(params.token);
      return ok({ body: { usable: names !== undefined, ...names } });
    }),
    acceptInvitation: handle(routes.acceptInvitation, async ({ params, body, client: visitor }) => {
      const begun = await accounts.acceptInvitation(params.token, { ...body, visitor });
      return begun.ok ? ok({ body: shown(begun.value) }) : accountProblem(begun.error);
    }),
  };
}

function confirming({ accounts }: Parts) {
  return {
    confirmEnrolment: handle(routes.confirmEnrolment, async ({ params, body }) => {
      const enrolled = await accounts.confirmTotp(params.token, body.code);
      if (!enrolled.ok) return accountProblem(enrolled.error);
      return ok({ body: { recoveryCodes: enrolled.value.recoveryCodes } });
    }),
    enrolPasskey: handle(routes.enrolPasskey, async ({ params }) => {
      const options = await accounts.enrolPasskey(params.token);
      return options.ok ? ok({ body: options.value }) : accountProblem(options.error);
    }),
    confirmEnrolmentPasskey: handle(routes.confirmEnrolmentPasskey, async ({ params, body }) => {
      const { label, credential: answer } = body;
      const enrolled = await accounts.confirmPasskey(params.token, { label, answer });
      if (!enrolled.ok) return accountProblem(enrolled.error);
      return ok({ body: { recoveryCodes: enrolled.value.recoveryCodes } });
    }),
  };
}

function shown({ token, signInId, displayName, secret, uri: otpauth }: Enrolment) {
  return { token, signInId, displayName, secret, otpauth };
}
