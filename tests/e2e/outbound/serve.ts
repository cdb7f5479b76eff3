import { join } from 'node:path';
import { serveAt } from '../../../apps/cli/src/serving/serve-at.ts';
import { openServingKeys } from '../../../apps/cli/src/serving/serving-keys.ts';
import { withOwnTls } from '../../../apps/cli/src/serving/serving-tls.ts';
import { processTerminal } from '../../../apps/cli/src/terminal/process-terminal.ts';

/**
 * `kanribo serve` in a directory of its own, with screens that were built for the test, under TLS
 * where names of the server are given.
 */
const [, , directory = '', web = '', port = '0', ...hosts] = process.argv;
const terminal = processTerminal();
const keysDirectory = join(directory, 'keys');
const keys = await openServingKeys(keysDirectory, terminal);
if (hosts.length > 0) {
  await keys.certificates.create({ hosts, now: new Date(), replace: false });
}
await serveAt({
  places: { database: { dataDirectory: join(directory, 'data') }, keysDirectory },
  keys,
  settings: await withOwnTls({ host: '127.0.0.1', port: Number(port), web }, keys.certificates),
  terminal,
});
