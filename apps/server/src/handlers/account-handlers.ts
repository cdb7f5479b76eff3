import { routes } from '@kanribo/api';
import type { AccountEvent } from '@kanribo/application';
import { type Result, err, ok } from '@kanribo/kernel';
import { handle } from '../http/handle.ts';
import type { Problem } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import type { Parts } from '../parts.ts';
import { provedOnly } from '../rights/proved-only.ts';
import { type AccountRefusal, accountProblem, done } from '../sign-in/account-problem.ts';

/** One's own account. */
export function accountHandlers(parts: Parts) {
  return { ...looking(parts), ...changing(parts), ...provedOnly(parts, factors(parts)) };
}

function looking({ accounts }: Parts) {
  return {
    account: handle(routes.account, async ({ held: { session } }) => {
      const own = await accounts.account(session);
      if (own === undefined) return err({ code: 'signed-out' });
      const { signInId, displayName } = session;
      const { changes, ...news } = own.news;
      const shown = { ...own, news: { ...news, changes: changes.map(shownEvent) } };
      return ok({ body: { signInId, displayName, ...shown } });
    }),
    sessions: handle(routes.sessions, async ({ held }) =>
      ok({ body: { sessions: await accounts.sessions(held.session) } }),
    ),
    acknowledgeNews: handle(routes.acknowledgeNews, async ({ held, body }) =>
      done(await accounts.acknowledgeNews(held.session, body.upTo)),
    ),
    signInHistory: handle(routes.signInHistory, async ({ held }) => {
      const events = await accounts.history(held.session);
      const shown = events.map((event) => {
        const { by, device } = event;
        return { ...shownEvent(event), by, device };
      });
      return ok({ body: { events: shown } });
    }),
  };
}

function changing({ accounts }: Parts) {
  return {
    changePassword: handle(routes.changePassword, async ({ held, body }) => {
      const changed = await accounts.changePassword(held.session, body);
      if (!changed.ok) return accountProblem(changed.error);
      return ok({ body: undefined, cookie: changed.value.token });
    }),
  };
}

/** What one signs in with, and where one is signed in. */
function factors({ accounts }: Parts) {
  return {
    revokeSession: handle(routes.revokeSession, async ({ held, params }) =>
      done(await accounts.revoke(held.session, params.id)),
    ),
    renewRecoveryCodes: handle(routes.renewRecoveryCodes, async ({ held }) => {
      const made = await accounts.renewRecoveryCodes(held.session);
      return made.ok ? ok({ body: made.value }) : accountProblem(made.error);
    }),
    passkeyCreation: handle(routes.passkeyCreation, async ({ held }) => {
      const options = await accounts.beginPasskey(held.session);
      return options.ok ? ok({ body: options.value }) : accountProblem(options.error);
    }),
    addPasskey: handle(routes.addPasskey, async ({ held, body }) => {
      const { label, credential: answer, endOthers } = body;
      return changed(await accounts.addPasskey(held.session, { label, answer, endOthers }));
    }),
    totpCreation: handle(routes.totpCreation, async ({ held }) => {
      const begun = await accounts.beginTotp(held.session);
      if (!begun.ok) return accountProblem(begun.error);
      const { factor, secret, uri: otpauth } = begun.value;
      return ok({ body: { factor, secret, otpauth } });
    }),
    addTotp: handle(routes.addTotp, async ({ held, body }) =>
      changed(await accounts.addTotp(held.session, body)),
    ),
    removeFactor: handle(routes.removeFactor, async ({ held, params, query }) => {
      const what = { factor: params.id, endOthers: query.endOthers === 'yes' };
      return changed(await accounts.removeFactor(held.session, what));
    }),
  };
}

const shownEvent = ({ at, declaration, actor }: AccountEvent) => ({
  at,
  event: declaration,
  actor,
});

/** Done; where all sessions were ended, this one goes on under a new token. */
function changed(
  result: Result<{ readonly token?: string }, AccountRefusal>,
): Result<Reply<undefined>, Problem> {
  if (!result.ok) return accountProblem(result.error);
  const { token } = result.value;
  return ok({ body: undefined, ...(token !== undefined && { cookie: token }) });
}
