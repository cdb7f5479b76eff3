import { type Moment, err, ok } from '@kanribo/kernel';
import { accountDeclarations as declared } from './account-facts.ts';
import type { AccountNameBook } from './account-names.ts';
import {
  type Account,
  type Factor,
  type RegisteredDevice,
  isLastAdministrator,
} from './account-state.ts';
import { type Deed, type Done, deed, isStill } from './deeds.ts';
import { isName } from './links.ts';
import { passkeysOf } from './passkey-steps.ts';
import type { DeedRefusal } from './refusals.ts';
import { type AccountsTools, currentAccounts, record } from './tools.ts';

/** Why a passkey can stand for no device. */
type UnfitPasskey = 'passkey-untold' | 'passkey-copiable' | 'passkey-roaming';

/** A registered device as people are shown it. */
export interface ShownDevice {
  /** Empty where it was erased. */
  readonly title: string;
  /** Who registered it, by name. */
  readonly by: string;
  readonly since: Moment;
}

/** A passkey of somebody's account, as administrators see it. */
export interface ListedPasskey {
  readonly id: string;
  /** What its owner calls it. */
  readonly label: string;
  readonly addedAt: Moment;
  readonly unfit: UnfitPasskey | null;
  readonly device: ShownDevice | null;
}

/** A device as it is shown: what it is called, and who registered it when. */
export async function shownDevice(
  tools: AccountsTools,
  book: AccountNameBook,
  { sequence, by: id, since }: RegisteredDevice,
): Promise<ShownDevice> {
  const { state } = await currentAccounts(tools);
  const account = state.accounts.get(id);
  const by = account === undefined ? id : (await book.of(account)).displayName;
  return { title: await book.deviceTitle(sequence), by, since };
}

/** The passkeys of an account, and what device each stands for or why it can stand for none. */
export async function listedPasskeys(
  tools: AccountsTools,
  book: AccountNameBook,
  account: Account,
): Promise<readonly ListedPasskey[]> {
  const kept = await passkeysOf(tools, account);
  const labels = new Map(kept.map(({ secret, passkey }) => [secret.id, passkey.label]));
  const listed: ListedPasskey[] = [];
  for (const factor of account.factors.filter(({ kind }) => kind === 'passkey')) {
    const { secret: id, addedAt } = factor;
    const device = factor.device && (await shownDevice(tools, book, factor.device));
    const label = labels.get(id) ?? '';
    listed.push({ id, label, addedAt, unfit: unfitness(factor), device });
  }
  return listed;
}

function unfitness({ traits }: Factor): UnfitPasskey | null {
  if (traits === null) return 'passkey-untold';
  if (traits.isBackupEligible) return 'passkey-copiable';
  return traits.isPlatform ? null : 'passkey-roaming';
}

const passkeyOf = ({ factors }: Account, id: string): Factor | undefined =>
  factors.find(({ kind, secret }) => kind === 'passkey' && secret === id);

/**
 * Registers the device that keeps a passkey: an administrator's deed, and for an own account only
 * while no other administrator could do it.
 */
export async function registerDevice(
  tools: AccountsTools,
  what: Deed & { readonly passkey: string; readonly title: string },
): Promise<Done<undefined>> {
  const { by, account: id, passkey: secret, title } = what;
  if (!by.isAdministrator) return err({ code: 'not-allowed' });
  if (!isName(title)) return err({ code: 'device-title-unfit' });
  const done = await deed(tools, what, (account, state) => {
    if (id === by.account && !isLastAdministrator(state, id)) {
      return err({ code: 'second-person-needed' });
    }
    const { status } = account.standing;
    if (status === 'suspended') return err({ code: 'standing-differs', status });
    const factor = passkeyOf(account, secret);
    if (factor === undefined) return err({ code: 'passkey-unknown' });
    if (factor.device !== null) return err({ code: 'device-registered' });
    const unfit = unfitness(factor);
    if (unfit !== null) return err({ code: unfit });
    const facts = { account: id, secret };
    return ok([{ declaration: declared.deviceRegistered, facts, particulars: { title } }]);
  });
  return done.ok ? ok(undefined) : done;
}

/** Ends that a passkey stands for a device; its owner does it, or an administrator. */
export async function removeDevice(
  tools: AccountsTools,
  { by, account: id, passkey: secret }: Deed & { readonly passkey: string },
): Promise<Done<undefined>> {
  if (id !== by.account && !by.isAdministrator) return err({ code: 'not-allowed' });
  if (by.administersElsewhere) return err({ code: 'device-needed' });
  const recorded = await record<DeedRefusal>(tools, by.account, (state) => {
    if (!isStill(state, by)) return err({ code: 'not-allowed' });
    const account = state.accounts.get(id);
    if (account === undefined) return err({ code: 'account-unknown' });
    const device = passkeyOf(account, secret)?.device ?? null;
    if (device === null) return err({ code: 'device-unknown' });
    return ok([{ declaration: declared.deviceRemoved, facts: { account: id, secret } }]);
  });
  return recorded.ok ? ok(undefined) : recorded;
}
