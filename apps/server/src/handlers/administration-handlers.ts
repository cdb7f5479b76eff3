import { routes } from '@kanribo/api';
import { instanceId } from '@kanribo/application';
import { err, ok, parseContractId } from '@kanribo/kernel';
import { contractHead } from '../contracts/contract-head.ts';
import { handle } from '../http/handle.ts';
import type { Parts } from '../parts.ts';
import type { Binding } from '../sign-in/ports.ts';
import { problemOfAccount } from '../sign-in/refusals.ts';
import { done } from './account-handlers.ts';

/** Accounts and the state of the machine; never contents of a contract. */
export function administrationHandlers(parts: Parts) {
  return { ...accountsHandlers(parts), ...machineHandlers(parts) };
}

function accountsHandlers({ signIn }: Parts) {
  return {
    accounts: handle(routes.accounts, async ({ held }) =>
      ok({ body: { accounts: await signIn.accounts(held.token) } }),
    ),
    invite: handle(routes.invite, async ({ held, body }) => {
      const bindings = body.bindings.flatMap((one) => bindingOf(one) ?? []);
      const invited = await signIn.invite(held.token, { ...body, bindings });
      return invited.ok ? ok({ body: invited.value }) : err(problemOfAccount(invited.error));
    }),
    suspendAccount: handle(routes.suspendAccount, async ({ held, params }) =>
      done(await signIn.suspend(held.token, params.id)),
    ),
    resumeAccount: handle(routes.resumeAccount, async ({ held, params }) =>
      done(await signIn.resume(held.token, params.id)),
    ),
    unlockAccount: handle(routes.unlockAccount, async ({ held, params }) =>
      done(await signIn.unlock(held.token, params.id)),
    ),
    bindAccount: handle(routes.bindAccount, async ({ held, params, body }) => {
      const binding = bindingOf(body);
      if (binding === undefined) return err({ code: 'malformed', field: 'contract' });
      return done(await signIn.bind(held.token, params.id, binding));
    }),
    unbindAccount: handle(routes.unbindAccount, async ({ held, params, body }) => {
      const binding = bindingOf(body);
      if (binding === undefined) return err({ code: 'malformed', field: 'contract' });
      return done(await signIn.unbind(held.token, params.id, binding));
    }),
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
        lastBackupAt: state.backedUpAt,
        contracts: await contractsOf(parts),
      };
      return ok({ body });
    }),
    contracts: handle(routes.contracts, async ({ held }) => {
      const heads = await Promise.all(
        held.session.bindings.map((binding) => contractHead(parts, binding)),
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
