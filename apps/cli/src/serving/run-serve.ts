import type { BreachedPasswords } from '@kanribo/application';
import { type ServerSettings, checkedSettings } from '@kanribo/server';
import { CliFault } from '../cli-fault.ts';
import { type Places, exists, placesOf } from '../places.ts';
import { platform } from '../platform.ts';
import type { Arguments } from '../terminal/arguments.ts';
import type { ExitCode, Terminal } from '../terminal/terminal.ts';
import { openBreachedList } from './breached-passwords.ts';
import { portOf } from './port-option.ts';
import { serveAt } from './serve-at.ts';
import { openServingKeys } from './serving-keys.ts';
import { endingSoon, tlsNamed, withDeviceAuthority, withOwnTls } from './serving-tls.ts';

/**
 * Serves until the process is told to end: under the certificate that the command line names, else
 * the one of the keys directory.
 * @throws {CliFault} `usage`; `failed`.
 */
export async function runServe(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const named = await settingsOf(given);
  const places = placesOf(given, terminal);
  const isOwnPossible = named.tls === undefined && (await exists(places.keysDirectory));
  // What cannot be started is refused before keys are made for it.
  if (!isOwnPossible) requireStart(await withDeviceAuthority(named, given));
  const list = given.optional('breached-passwords');
  const breached = list === undefined ? undefined : await openBreachedList(given.path(list));
  try {
    await serveWith({ given, terminal, places, named, breached: breached?.isListed });
  } finally {
    await breached?.close();
  }
  return 0;
}

async function serveWith(order: {
  readonly given: Arguments;
  readonly terminal: Terminal;
  readonly places: Places;
  readonly named: ServerSettings;
  readonly breached: BreachedPasswords | undefined;
}): Promise<void> {
  const { given, terminal, places, named, breached } = order;
  const keys = await openServingKeys(places.keysDirectory, terminal);
  const served = named.tls === undefined ? await withOwnTls(named, keys.certificates) : named;
  const settings = await withDeviceAuthority(served, given);
  requireStart(settings);
  const warning = settings.tls && endingSoon(settings.tls, now());
  if (warning !== undefined) terminal.complain(warning);
  await serveAt({ places, keys, settings, terminal, breached });
}

const now = (): Date => new Date(platform.clock.now());

function requireStart(settings: ServerSettings): void {
  const checked = checkedSettings(settings, now());
  if (!checked.ok) throw new CliFault('failed', checked.error.sentence);
}

async function settingsOf(given: Arguments): Promise<ServerSettings> {
  const tls = await tlsNamed(given);
  const host = given.optional('host') ?? '127.0.0.1';
  return { host, port: portOf(given), ...(tls !== undefined && { tls }) };
}
