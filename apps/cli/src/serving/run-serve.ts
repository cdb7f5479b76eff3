import { readFile } from 'node:fs/promises';
import { type ServerSettings, type Tls, checkedSettings } from '@kanribo/server';
import { CliFault } from '../cli-fault.ts';
import { placesOf } from '../places.ts';
import type { Arguments } from '../terminal/arguments.ts';
import type { ExitCode, Terminal } from '../terminal/terminal.ts';
import { serveAt } from './serve-at.ts';
import { openServingKeys } from './serving-keys.ts';
import { usualPort } from './usual-port.ts';

/**
 * Serves until the process is told to end.
 * @throws {CliFault} `usage`; `failed`.
 */
export async function runServe(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const settings = await settingsOf(given);
  const checked = checkedSettings(settings);
  if (!checked.ok) throw new CliFault('failed', checked.error.sentence);
  const places = placesOf(given, terminal);
  const keys = await openServingKeys(places.keysDirectory, terminal);
  await serveAt({ places, keys, settings, terminal });
  return 0;
}

async function settingsOf(given: Arguments): Promise<ServerSettings> {
  const tls = await tlsOf(given);
  const port = given.optional('port') ?? String(usualPort);
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535) {
    throw new CliFault('usage', '--port は 0 から 65535 までの数字です。');
  }
  const host = given.optional('host') ?? '127.0.0.1';
  return { host, port: Number(port), ...(tls !== undefined && { tls }) };
}

async function tlsOf(given: Arguments): Promise<Tls | undefined> {
  const [certificate, key] = [given.optional('tls-cert'), given.optional('tls-key')];
  if (certificate === undefined && key === undefined) return undefined;
  if (certificate === undefined || key === undefined) {
    throw new CliFault('usage', '--tls-cert と --tls-key は、両方を指定してください。');
  }
  return {
    certificate: await readFile(given.path(certificate), 'utf8'),
    key: await readFile(given.path(key), 'utf8'),
  };
}
