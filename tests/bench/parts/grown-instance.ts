import { join } from 'node:path';
import { type Accounts, type LogStore, createInstance } from '@kanribo/application';
import { type ContractId, ok, parseContractId } from '@kanribo/kernel';
import { createKeys } from '@kanribo/keys';
import { rules } from '@kanribo/office';
import { openAccountStore, openDatabase, openStore } from '@kanribo/store';
import { freshCommandId, platform } from '../../../apps/cli/src/platform.ts';
import { accountsOf } from '../../../apps/cli/src/serving/accounts-of.ts';
import { manager } from '../../../packages/domain/src/testing/sample.ts';
import { codeOf, secretIn } from '../../e2e/outbound/sign-in.ts';
import { openLedger } from './domain-writer.ts';
import { grownLife } from './grown-contract.ts';

const groupSize = 256;
const hourMs = 3_600_000;
const password = 'みどりの電車が7時に着く';

/** A data directory with one contract in use, and somebody signed in. */
export interface GrownInstance {
  readonly contract: ContractId;
  /** The session of the contract's manager. */
  readonly token: string;
}

/**
 * Makes keys, database, a contract with so many entries up to this hour, and the account of its
 * manager in a directory; nothing is left running.
 */
export async function makeGrownInstance(directory: string, size: number): Promise<GrownInstance> {
  const protection = { kind: 'file' } as const;
  const keys = await createKeys({ directory: join(directory, 'keys'), protection });
  if (!keys.ok) throw new Error(keys.error.code);
  const database = await openDatabase({ dataDirectory: join(directory, 'data') });
  try {
    const store = openStore(database, (id) => keys.value.evidenceKey(id));
    const tools = { ...platform, store, keys: keys.value, rules };
    const instance = await createInstance(tools, 'bench.example');
    if (!instance.ok) throw new Error(instance.error.code);
    const contract = contractIdOf('grown-2026');
    await instance.value.openContract(contract, { id: freshCommandId(), actor: 'set-up' });
    await fill(store, contract, size);
    const accountsKey = () => keys.value.accountsKey();
    const accounts = accountsOf({
      instance: instance.value,
      logs: store,
      store: openAccountStore(database, accountsKey),
      accountsKey,
      address: { origin: 'http://localhost', host: undefined },
    });
    return { contract, token: await signInManager(accounts, contract) };
  } finally {
    await database.close();
  }
}

function contractIdOf(text: string): ContractId {
  const id = parseContractId(text);
  if (!id.ok) throw new RangeError(text);
  return id.value;
}

/** Each entry is a command; those of one group are recorded at the time of its last. */
async function fill(store: LogStore, contractId: ContractId, size: number): Promise<void> {
  const { stored } = grownLife(size, Date.now() - hourMs);
  let now = platform.clock.now();
  const ledger = openLedger(store, { contractId, log: 'register' }, () => now);
  for (let from = 0; from < stored.length; from += groupSize) {
    const group = stored.slice(from, from + groupSize);
    now = group.at(-1)?.recorded.recordedAt ?? now;
    await Promise.all(
      group.map(({ recorded: { actor, declaration, facts }, particulars }) => {
        const events = [{ declaration, duties: [], facts, particulars }];
        const decision = { subject: '', events, warnings: [] };
        return ledger.submit({ id: freshCommandId(), actor, decide: () => ok(decision) });
      }),
    );
  }
}

async function signInManager(accounts: Accounts, contract: ContractId): Promise<string> {
  const visitor = { address: '127.0.0.1' };
  const link = await accounts.firstSetUpLink();
  const who = { signInId: 'manager', displayName: '見本 花子', password, visitor };
  const begun = await accounts.acceptSetUp(link?.token ?? '', who);
  if (!begun.ok) throw new Error(begun.error.code);
  const secret = secretIn(begun.value);
  const confirmed = await accounts.confirmTotp(begun.value.token, codeOf(secret, 0));
  if (!confirmed.ok) throw new Error(confirmed.error.code);
  const first = await accounts.signIn({ signInId: 'manager', password, ...visitor });
  if (!first.ok) throw new Error(first.error.code);
  const second = await accounts.secondFactorTotp(first.value.token, codeOf(secret, 1));
  if (!second.ok) throw new Error(second.error.code);
  const { session, token } = second.value;
  const bound = await accounts.bind(session, session.account, { contract, person: manager });
  if (!bound.ok) throw new Error(bound.error.code);
  return token;
}
