import { type ContractId, type Day, addDays, dayOf, err, ok } from '@kanribo/kernel';
import { type AccountId, accountDeclarations as declared } from './account-facts.ts';
import {
  type Account,
  type Audit,
  type Binding,
  isLastAdministrator,
  isOnAudit,
} from './account-state.ts';
import { type Deed, type Done, deed } from './deeds.ts';
import type { DeedRefusal } from './refusals.ts';
import type { AccountEntry, AccountsTools } from './tools.ts';

/** Until which day somebody may look at a contract as external auditor (外部の監査人). */
export type AuditOffer = Pick<Audit, 'contract' | 'until'>;

/** For how many days ahead an audit is allowed at once; who needs longer is asked anew. */
const mostDays = 366;

/** The entry that allows an audit, extends it or makes it shorter. */
export const auditAllowed = (account: AccountId, offer: AuditOffer): AccountEntry => ({
  declaration: declared.auditAllowed,
  facts: { account, contract: offer.contract, until: offer.until },
});

/** Whether an account looks at a contract as external auditor on a day. */
export const isAuditing = ({ audits }: Account, contract: ContractId, today: Day): boolean =>
  audits.some((one) => one.contract === contract && isOnAudit(one, today));

/** Why audits are not allowed beside these bindings. */
export function auditsRefusal(
  offers: readonly AuditOffer[],
  bindings: readonly Pick<Binding, 'contract'>[],
  today: Day,
): DeedRefusal | undefined {
  const isUnfit = ({ until }: AuditOffer) => until < today || until > addDays(today, mostDays);
  if (offers.some(isUnfit)) return { code: 'audit-day-unfit', mostDays };
  const taken = [...bindings, ...offers].map(({ contract }) => contract);
  return new Set(taken).size < taken.length ? { code: 'other-part' } : undefined;
}

/**
 * Lets an account look at a contract until a day, or sets another day. It gives a sight of contents,
 * so nobody does it for an own account while another administrator could.
 */
export async function allowAudit(
  tools: AccountsTools,
  what: Deed & { readonly audit: AuditOffer },
): Promise<Done<undefined>> {
  const { by, account: id, audit } = what;
  const over = { bindings: [], audits: [audit] };
  const done = await deed(
    tools,
    { ...what, over },
    ({ bindings, standing: { status } }, state, today) => {
      if (id === by.account && !isLastAdministrator(state, id)) {
        return err({ code: 'second-person-needed' });
      }
      if (status === 'suspended') return err({ code: 'standing-differs', status });
      const unfit = auditsRefusal([audit], bindings, today);
      return unfit === undefined ? ok([auditAllowed(id, audit)]) : err(unfit);
    },
  );
  return done.ok ? ok(undefined) : done;
}

/** Ends an audit before its day: its sessions are over once the entry stands. */
export async function endAudit(
  tools: AccountsTools,
  what: Deed & { readonly contract: ContractId },
): Promise<Done<undefined>> {
  const { account: id, contract } = what;
  const facts = { account: id, contract };
  const over = { bindings: [], audits: [{ contract, until: dayOf(tools.clock.now()) }] };
  const done = await deed(tools, { ...what, over }, (account, _state, today) =>
    isAuditing(account, contract, today)
      ? ok([{ declaration: declared.auditEnded, facts }])
      : err({ code: 'audit-unknown' }),
  );
  if (!done.ok) return done;
  const sessions = await tools.store.sessionsOf(id);
  await tools.store.dropSessions(sessions.map((session) => session.id));
  return ok(undefined);
}
