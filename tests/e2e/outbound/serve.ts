import { join } from 'node:path';
import { serveAt } from '../../../apps/cli/src/serving/serve-at.ts';
import { openServingKeys } from '../../../apps/cli/src/serving/serving-keys.ts';
import { processTerminal } from '../../../apps/cli/src/terminal/process-terminal.ts';

/** `kanribo serve` in a directory of its own, with screens that were built for the test. */
const [, , directory = '', web = '', port = '0'] = process.argv;
const terminal = processTerminal();
const keysDirectory = join(directory, 'keys');
const keys = await openServingKeys(keysDirectory, terminal);
await serveAt({
  places: { database: { dataDirectory: join(directory, 'data') }, keysDirectory },
  keys,
  settings: { host: '127.0.0.1', port: Number(port), web },
  terminal,
});
