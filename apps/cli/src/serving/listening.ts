import { type Parts, type RunningServer, type ServerSettings, startServer } from '@kanribo/server';
import { CliFault } from '../cli-fault.ts';
import { builtScreens } from './built-screens.ts';
import { usualPort } from './port-option.ts';

/**
 * A server that listens, with the built screens.
 * @throws {CliFault} `failed` where it may not, or somebody else listens there.
 */
export async function listening(parts: Parts, settings: ServerSettings): Promise<RunningServer> {
  try {
    const started = await startServer(parts, { web: builtScreens, ...settings });
    if (started.ok) return started.value;
    throw new CliFault('failed', started.error.sentence);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const sentence = code in unheard ? unheard[code]?.(settings) : undefined;
    throw sentence === undefined ? error : new CliFault('failed', sentence, { cause: error });
  }
}

/** Why the system lets nobody listen there, and what to do. */
const unheard: Readonly<Record<string, (settings: ServerSettings) => string>> = {
  EADDRINUSE: ({ port }) =>
    `ポート ${port} は、ほかのプログラムが使っています。そのプログラムを終えるか、--port に別の番号（例: --port ${port === 65_535 ? usualPort : port + 1}）を指定してください。`,
  EACCES: ({ port }) =>
    `ポート ${port} で待ち受ける権限がありません。--port に 1024 以上の番号を指定してください。`,
  EADDRNOTAVAIL: ({ host }) =>
    `${host} は、この機械のアドレスではありません。--host を確かめてください。`,
};
