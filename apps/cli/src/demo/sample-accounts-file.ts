import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory } from '../bundle-directory.ts';
import { CliFault } from '../cli-fault.ts';

/** What somebody signs in with, as the demo keeps it. */
export interface SampleAccount {
  /** Which part of which contract it is for: `sample-1/manager`. */
  readonly part: string;
  readonly account: string;
  readonly role: string;
  readonly displayName: string;
  readonly signInId: string;
  readonly password: string;
  /** Secret of the authenticator app, base32. */
  readonly secret: string;
}

const fields = [
  'part',
  'account',
  'role',
  'displayName',
  'signInId',
  'password',
  'secret',
] as const;

const warning =
  'デモの見本のアカウントです。パスワードと認証アプリの秘密がそのまま書いてあります。本番のアカウントでは、このように置かないでください。';

const fileIn = (home: string): string => join(home, 'sample-accounts.json');

/**
 * The accounts the demo made here before, in that order.
 * @throws {CliFault} `failed` where the file is not what the demo wrote.
 */
export async function readSampleAccounts(home: string): Promise<readonly SampleAccount[]> {
  const file = fileIn(home);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return [];
  const accounts = accountsIn(text);
  if (accounts !== undefined) return accounts;
  throw new CliFault(
    'failed',
    `${file} を読めません。--data に別の場所を指定して、デモを始めからやり直してください。`,
  );
}

function accountsIn(text: string): readonly SampleAccount[] | undefined {
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== 'object' || content === null || !('accounts' in content)) return;
    const { accounts } = content;
    if (!Array.isArray(accounts)) return;
    const read = accounts.map((one: unknown) => accountOf(one));
    const whole = read.filter((one) => one !== undefined);
    return whole.length === read.length ? whole : undefined;
  } catch {
    return undefined;
  }
}

function accountOf(value: unknown): SampleAccount | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const told = new Map<string, unknown>(Object.entries(value));
  const text = (name: (typeof fields)[number]) => String(told.get(name) ?? '');
  if (fields.some((name) => text(name) === '')) return undefined;
  return {
    part: text('part'),
    account: text('account'),
    role: text('role'),
    displayName: text('displayName'),
    signInId: text('signInId'),
    password: text('password'),
    secret: text('secret'),
  };
}

/** Keeps an account in place of the former one of its part: durably, whole, for the owner alone. */
export async function keepSampleAccount(home: string, account: SampleAccount): Promise<void> {
  const others = (await readSampleAccounts(home)).filter(({ part }) => part !== account.part);
  const content = { 注意: warning, accounts: [...others, account] };
  const staging = join(home, `.sample-accounts.${randomBytes(6).toString('hex')}.part`);
  try {
    const file = await open(staging, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(content, undefined, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(staging, fileIn(home));
    await syncDirectory(home);
  } finally {
    await rm(staging, { force: true });
  }
}

/** Forgets all accounts that were kept here. */
export async function forgetSampleAccounts(home: string): Promise<void> {
  await rm(fileIn(home), { force: true });
}
