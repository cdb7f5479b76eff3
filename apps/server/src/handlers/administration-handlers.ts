import { routes } from '@kanribo/api';
import {
  type Audit,
  type AuditOffer,
  type Binding,
  instanceId,
  isOnAudit,
} from '@kanribo/application';
import { type Day, dayOf, err, ok, parseContractId, parseDay } from '@kanribo/kernel';
import { contractHead } from '../contracts/contract-head.ts';
import { peopleToBind } from '../contracts/people-to-bind.ts';
import { handle } from '../http/handle.ts';
import type { Parts } from '../parts.ts';
import { membershipsOf } from '../rights/admit.ts';
import { provedOnly } from '../rights/proved-only.ts';
import { accountProblem, done } from '../sign-in/account-problem.ts';

/** Accounts and the state of the machine; never contents of a contract. */
export function administrationHandlers(parts: Parts) {
  return { ...accountsHandlers(parts), ...machineHandlers(parts) };
}

function accountsHandlers(parts: Parts) {
  const { accounts } = parts;
  return {
    ...provedOnly(parts, givingHandlers(parts)),
    accounts: handle(routes.accounts, async ({ held }) => {
      const listed = await accounts.list(held.session);
      const today = dayOf(parts.clock.now());
      const shown = listed.map(({ status: state, audits, ...account }) => ({
        ...account,
        state,
        audits: audits.map((audit) => shownAudit(audit, today)),
      }));
      return ok({ body: { accounts: shown } });
    }),
    suspendAccount: handle(routes.suspendAccount, async ({ held, params }) =>
      done(await accounts.suspend(held.session, params.id)),
    ),
    endAudit: handle(routes.endAudit, async ({ held, params, body }) => {
      const contract = parseContractId(body.contract);
      if (!contract.ok) return err({ code: 'malformed', field: 'contract' });
      const deed = { by: held.session, account: params.id, contract: contract.value };
      return done(await accounts.endAudit(deed));
    }),
    peopleToBind: handle(routes.peopleToBind, async ({ held, query }) => {
      const found = await peopleToBind(parts, held.session, query.contract);
      return found.ok ? ok({ body: found.value }) : found;
    }),
    removeDevice: handle(routes.removeDevice, async ({ held, params: { id: account, passkey } }) =>
      done(await accounts.removeDevice({ by: held.session, account, passkey })),
    ),
    endAccountSessions: handle(routes.endAccountSessions, async ({ held, params }) =>
      done(await accounts.endSessions(held.session, params.id)),
    ),
  };
}

/** What gives somebody a way in, or a person to act as; cutting off never waits for a proof. */
function givingHandlers({ accounts }: Parts) {
  return {
    invite: handle(routes.invite, async ({ held, body }) => {
      const bindings = body.bindings.flatMap((one) => bindingOf(one) ?? []);
      const audits: AuditOffer[] = [];
      for (const one of body.audits) {
        const audit = auditOf(one);
        if (audit === undefined) return err({ code: 'malformed', field: 'audits' });
        audits.push(audit);
      }
      const invited = await accounts.invite(held.session, { ...body, bindings, audits });
      return invited.ok ? ok({ body: invited.value }) : accountProblem(invited.error);
    }),
    inviteAgain: handle(routes.inviteAgain, async ({ held, params }) => {
      const invited = await accounts.inviteAgain(held.session, params.id);
      return invited.ok ? ok({ body: invited.value }) : accountProblem(invited.error);
    }),
    bindAccount: handle(routes.bindAccount, async ({ held, params, body }) => {
      const binding = bindingOf(body);
      if (binding === undefined) return err({ code: 'malformed', field: 'contract' });
      return done(await accounts.bind(held.session, params.id, binding));
    }),
    unbindAccount: handle(routes.unbindAccount, async ({ held, params, body }) => {
      const binding = bindingOf(body);
      if (binding === undefined) return err({ code: 'malformed', field: 'contract' });
      return done(await accounts.unbind(held.session, params.id, binding));
    }),
    allowAudit: handle(routes.allowAudit, async ({ held, params, body }) => {
      const audit = auditOf(body);
      if (audit === undefined) return err({ code: 'malformed', field: 'until' });
      return done(await accounts.allowAudit({ by: held.session, account: params.id, audit }));
    }),
    registerDevice: handle(routes.registerDevice, async ({ held, params, body }) =>
      done(await accounts.registerDevice({ by: held.session, account: params.id, ...body })),
    ),
    resumeAccount: handle(routes.resumeAccount, async ({ held, params }) =>
      done(await accounts.resume(held.session, params.id)),
    ),
    unlockAccount: handle(routes.unlockAccount, async ({ held, params }) =>
      done(await accounts.unlock(held.session, params.id)),
    ),
  };
}

function machineHandlers(parts: Parts) {
  const { instance, clock, freshId, release, machine } = parts;
  return {
    health: handle(routes.health, async () => {
      const { state } = await instance.ledger.current();
      const body = {
        release,
        serverTime: clock.now(),
        ...machine,
        lastBackupAt: state.lastBackup?.madeAt ?? null,
        contracts: await contractsOf(parts),
      };
      return ok({ body });
    }),
    contracts: handle(routes.contracts, async ({ held }) => {
      const heads = await Promise.all(
        membershipsOf(held.session).map((member) => contractHead(parts, member)),
      );
      return ok({ body: { contracts: heads.flatMap((head) => head ?? []) } });
    }),
    openContract: handle(routes.openContract, async ({ held, body }) => {
      const id = parseContractId(body.id);
      if (!id.ok) return err({ code: 'malformed', field: 'id' });
      const caller = { id: freshId(), actor: held.session.account };
      const opened = await instance.openContract(id.value, caller);
      if (opened.ok) return ok({ body: { id: id.value } });
      const message = 'この契約の番号は使えません。別の番号にしてください。';
      return err({ code: 'misfit', detail: opened.error.code, message });
    }),
  };
}

async function contractsOf({ instance, store }: Parts) {
  const logs = await store.snapshot((reader) => reader.logs());
  const sizes = new Map(logs.map(({ contractId, log, size }) => [`${contractId}/${log}`, size]));
  const contracts = await instance.contracts();
  return Promise.all(
    contracts
      .filter(({ id }) => id !== instanceId)
      .map(async ({ id }) => ({
        id,
        size: sizes.get(`${id}/register`) ?? 0,
        readOnly: (await instance.readOnly(id)) !== undefined,
      })),
  );
}

function bindingOf(given: {
  readonly contract: string;
  readonly person: string;
}): Binding | undefined {
  const contract = parseContractId(given.contract);
  return contract.ok ? { contract: contract.value, person: given.person } : undefined;
}

function auditOf(given: {
  readonly contract: string;
  readonly until: string;
}): AuditOffer | undefined {
  const [contract, until] = [parseContractId(given.contract), parseDay(given.until)];
  return contract.ok && until.ok ? { contract: contract.value, until: until.value } : undefined;
}

const shownAudit = (audit: Audit, today: Day) => ({
  contract: audit.contract,
  until: audit.until,
  isOn: isOnAudit(audit, today),
});
