import { once } from 'node:events';
import { createServer } from 'node:net';
import type { ServerSettings } from '@kanribo/server';

/**
 * The settings with the port that is listened at: where the system is to choose one (0), it is
 * chosen now, since links and passkeys hold to an address that has to be known before. Where nobody
 * may listen the settings stay as they are, and listening says why.
 */
export async function withSettledPort(settings: ServerSettings): Promise<ServerSettings> {
  if (settings.port !== 0) return settings;
  const port = await freePort(settings.host);
  return port === undefined ? settings : { ...settings, port };
}

async function freePort(host: string): Promise<number | undefined> {
  const holder = createServer().listen(0, host);
  try {
    await once(holder, 'listening');
  } catch {
    return undefined;
  }
  const address = holder.address();
  holder.close();
  await once(holder, 'close');
  return address === null || typeof address === 'string' ? undefined : address.port;
}
