import { CliFault } from '../cli-fault.ts';
import type { Arguments } from '../terminal/arguments.ts';
import type { Option } from '../terminal/option.ts';

/** Where the server listens unless it is told otherwise. */
export const usualPort = 8080;

/** `--port PORT`, with its usual value. */
export const portOption: Option = {
  name: 'port',
  takes: 'PORT',
  meaning: `待ち受けるポート（省略すると ${usualPort}）`,
};

/**
 * The port a command line names.
 * @throws {CliFault} `usage`.
 */
export function portOf(given: Arguments): number {
  const port = given.optional('port') ?? String(usualPort);
  if (/^\d{1,5}$/u.test(port) && Number(port) <= 65_535) return Number(port);
  throw new CliFault('usage', '--port は 0 から 65535 までの数字です。');
}
