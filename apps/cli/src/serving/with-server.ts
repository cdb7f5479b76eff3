import {
  type BreachedPasswords,
  type InstanceTools,
  createInstance,
  openInstance,
} from '@kanribo/application';
import { openFormRenderer } from '@kanribo/forms';
import { toHex } from '@kanribo/kernel';
import type { KeyDirectory } from '@kanribo/keys';
import { type ContractDomain, rules } from '@kanribo/office';
import { type Parts, type ServerSettings, publicAddress } from '@kanribo/server';
import { openAccountStore, openDatabase, openStore } from '@kanribo/store';
import { CliFault } from '../cli-fault.ts';
import type { Places } from '../places.ts';
import { freshCommandId, platform } from '../platform.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { accountsOf, everyMinute } from './accounts-of.ts';
import { disksOf } from './disks.ts';
import { listening } from './listening.ts';
import { orThrownOutside } from './or-thrown-outside.ts';
import { readAhead } from './read-ahead.ts';
import { release } from './release.ts';
import { issuedDevices } from './serving-tls.ts';
import { withSettledPort } from './settled-port.ts';

/** What is served, where and how. */
export interface ServingOrder {
  readonly places: Places;
  readonly keys: KeyDirectory;
  readonly settings: ServerSettings;
  readonly terminal: Terminal;
  /** New passwords are held against it. */
  readonly breached?: BreachedPasswords | undefined;
}

/** A server that listens, and whose accounts can be told of. */
export interface Served {
  readonly origin: string;
  readonly instance: Parts['instance'];
  readonly accounts: Parts['accounts'];
}

/**
 * Lends a server of the instance at these places, which listens until the use of it ends.
 * @throws {CliFault} `failed`, saying why not.
 */
export async function withServer(
  order: ServingOrder,
  use: (served: Served) => Promise<void>,
): Promise<void> {
  const { places, keys } = order;
  const settings = await withSettledPort(order.settings);
  const database = await openDatabase(places.database);
  const renderer = openFormRenderer();
  try {
    const store = openStore(database, (contractId) => keys.evidenceKey(contractId));
    const instance = await instanceOn({ ...platform, store, keys, rules });
    await instance.recordStart({ id: freshCommandId(), actor: 'software' }, release);
    // Worked out once: every sign-in and every look at a name asks for it.
    const key = await keys.accountsKey();
    const accountsKey = async () => key;
    const accounts = accountsOf({
      instance,
      logs: store,
      store: openAccountStore(database, accountsKey),
      accountsKey,
      address: publicAddress(settings),
      breached: order.breached,
    });
    const parts: Parts = {
      ...platform,
      instance,
      store,
      keys,
      accounts,
      renderer,
      freshId: freshCommandId,
      release,
      machine: machineOf(places),
      issuedDevices: () => issuedDevices(settings, keys.certificates, platform.clock.now()),
      disks: disksOf(places),
      log: (line) => order.terminal.complain(line),
    };
    const stopReading = readAhead(parts);
    try {
      await withListening(parts, { ...order, settings }, use);
    } finally {
      await stopReading();
    }
  } finally {
    await renderer.close();
    await database.close();
  }
}

async function withListening(
  parts: Parts,
  { settings, terminal }: ServingOrder,
  use: (served: Served) => Promise<void>,
): Promise<void> {
  const { instance, accounts } = parts;
  const server = await listening(parts, settings);
  const stop = everyMinute(() => accounts.tick(), parts.log);
  try {
    const { origin } = server;
    terminal.print(`${origin} で動いています。終えるときは Ctrl+C を押してください。`);
    await orThrownOutside(parts.log, () => use({ origin, instance, accounts }));
    terminal.complain('終えています。');
  } finally {
    stop();
    await server.close();
  }
}

type Tools = InstanceTools<ContractDomain>;

async function instanceOn(tools: Tools): Promise<Parts['instance']> {
  const opened = await openInstance(tools);
  if (opened.ok) return opened.value;
  if (opened.error.code === 'instance-unfinished') {
    throw new CliFault(
      'failed',
      'このデータベースは、途中までしか作られていません。空のデータベースに kanribo restore をやり直してください。',
    );
  }
  // The name begins every origin for ever; it says nothing, so that nothing in it can go stale.
  const name = `${toHex(platform.random.bytes(4))}.kanribo`;
  const made = await createInstance(tools, name);
  if (made.ok) return made.value;
  throw new CliFault('failed', `データベースに記録を始められません（${made.error.code}）。`);
}

function machineOf({ database, keysDirectory }: Places): Parts['machine'] {
  const where = 'url' in database ? 'PostgreSQL（DATABASE_URL）' : '内蔵のPostgreSQL';
  return { database: where, keysDirectory };
}
