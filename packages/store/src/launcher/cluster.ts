import type { ChildProcess } from 'node:child_process';
import { access, chown, constants, mkdir, readFile, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreFault } from '../fault.ts';
import { type Account, databaseAccount, firstClosedDirectory } from './account.ts';
import { type Binaries, installedPackage, usableBinaries } from './binaries.ts';
import { initialiseCluster, readPassword } from './initialise.ts';
import {
  type Address,
  answers,
  isAlive,
  readPostmasterFile,
  startPostmaster,
} from './postmaster.ts';

/** Where the embedded cluster is, and settings PostgreSQL is started with beside our own. */
export interface ClusterOptions {
  readonly dataDirectory: string;
  /** `name=value`, only for tests of settings this product refuses. */
  readonly settings?: readonly string[];
}

/** An embedded PostgreSQL of which any number of processes may be users. */
export interface Cluster {
  readonly password: string;
  /** Attaches to PostgreSQL if it runs, else starts it; answers when it takes connections. */
  ensureRunning(): Promise<Address>;
  /** The process id of PostgreSQL, as far as known. */
  processId(): Promise<number | undefined>;
  /** Whether PostgreSQL runs and takes connections. */
  isRunning(): Promise<boolean>;
  /** Stops PostgreSQL, whoever uses it. */
  stop(): Promise<void>;
}

const retryMs = 15_000;
const recoveryMs = 600_000;
const pollMs = 20;

/**
 * Opens the cluster in a data directory and makes it when there is none.
 * @throws {StoreFault} `binaries-missing`, `account-missing`, `data-directory-unreachable`,
 * `database-not-starting` or `disk-full`.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const dataDirectory = await ownDirectory(options.dataDirectory);
  const clusterDirectory = path.join(dataDirectory, 'postgres');
  const account = await databaseAccount(clusterDirectory);
  await letIn(dataDirectory, account);
  const binaries = await usableBinaries(installedPackage(), dataDirectory, account);
  await initialiseCluster(clusterDirectory, binaries, account);
  const launch = { dataDirectory, clusterDirectory, account, binaries };
  let starting: Promise<Address> | undefined;
  return {
    password: await readPassword(clusterDirectory),
    ensureRunning: () => {
      starting ??= attachOrStart(launch, options.settings ?? []).finally(() => {
        starting = undefined;
      });
      return starting;
    },
    processId: async () => (await readPostmasterFile(clusterDirectory))?.pid,
    isRunning: async () => (await runningAddress(clusterDirectory)) !== undefined,
    stop: () => stopPostmaster(clusterDirectory),
  };
}

interface Launch {
  readonly dataDirectory: string;
  readonly clusterDirectory: string;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
}

async function ownDirectory(dataDirectory: string): Promise<string> {
  try {
    await mkdir(path.dirname(path.resolve(dataDirectory)), { recursive: true });
    await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
    await access(dataDirectory, constants.R_OK | constants.W_OK | constants.X_OK);
    return await realpath(dataDirectory);
  } catch (error) {
    const message = `the data directory ${dataDirectory} is not ours to use: start as its owner`;
    throw new StoreFault('data-directory-unreachable', message, error);
  }
}

async function letIn(dataDirectory: string, account: Account | undefined): Promise<void> {
  if (account === undefined) return;
  if ((await readdir(dataDirectory)).length === 0) {
    await chown(dataDirectory, account.uid, account.gid);
  }
  const closed = await firstClosedDirectory(dataDirectory, account);
  if (closed === undefined) return;
  throw new StoreFault(
    'data-directory-unreachable',
    `PostgreSQL runs as uid ${account.uid} and may not pass ${closed} on its way to ` +
      `${dataDirectory}: name a data directory it can reach, e.g. /var/lib/kanribo`,
  );
}

async function runningAddress(clusterDirectory: string): Promise<Address | undefined> {
  const file = await readPostmasterFile(clusterDirectory);
  if (file === undefined || !file.ready || !isAlive(file.pid)) return undefined;
  return (await answers(file.address)) ? file.address : undefined;
}

/** A left-over `postmaster.pid` is PostgreSQL's to judge: we only try again, and never delete it. */
async function attachOrStart(launch: Launch, settings: readonly string[]): Promise<Address> {
  const logFile = path.join(launch.dataDirectory, 'postgres.log');
  const { clusterDirectory, account } = launch;
  const postgres = launch.binaries.postgres;
  const deadline = Date.now() + retryMs;
  while (Date.now() < deadline) {
    const running = await runningAddress(clusterDirectory);
    if (running !== undefined) return running;
    const start = { postgres, clusterDirectory, account, logFile, settings };
    const child = await startPostmaster(start);
    const address = await addressOf(child, clusterDirectory);
    if (address !== undefined) return address;
    await sleep(10 * pollMs);
  }
  const log = await lastLines(logFile);
  const code = log.includes('No space left on device') ? 'disk-full' : 'database-not-starting';
  throw new StoreFault(code, `PostgreSQL does not start in ${clusterDirectory}:\n${log}`);
}

/** Waits while the process lives, as it may be recovering; undefined when it ended instead. */
async function addressOf(
  child: ChildProcess,
  clusterDirectory: string,
): Promise<Address | undefined> {
  const deadline = Date.now() + recoveryMs;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    if (child.pid === undefined) return undefined;
    const file = await readPostmasterFile(clusterDirectory);
    if (file?.pid === child.pid && file.ready) return file.address;
    await sleep(pollMs);
  }
  return undefined;
}

async function lastLines(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n');
  return lines.slice(-8).join('\n');
}

/** A fast shutdown; answers when the process has ended. */
async function stopPostmaster(clusterDirectory: string): Promise<void> {
  const file = await readPostmasterFile(clusterDirectory);
  if (file === undefined || !isAlive(file.pid) || !(await answers(file.address))) return;
  process.kill(file.pid, 'SIGINT');
  const deadline = Date.now() + 4 * retryMs;
  while (Date.now() < deadline && isAlive(file.pid)) {
    if ((await readPostmasterFile(clusterDirectory)) === undefined) return;
    await sleep(pollMs);
  }
}
