import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Serving, linkOf } from './serving.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** A server that `npm start` began. */
export type Started = Pick<Serving, 'origin' | 'setUpLink' | 'close'>;

/** `npm start` as the README has it, in a directory of its own; ends all that it began. */
export async function start(): Promise<Started> {
  const directory = await mkdtemp(join(tmpdir(), 'kanribo-start-'));
  // PostgreSQL does not run as root and has to pass the directory.
  await chmod(directory, 0o711);
  const [data, keys] = [join(directory, 'data'), join(directory, 'keys')];
  const words = ['start', '--', '--port', '0', '--data', data, '--keys', keys];
  const started = spawn('npm', words, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const setUpLink = await linkOf(started);
  return {
    setUpLink,
    origin: new URL(setUpLink).origin,
    async close() {
      const ended = once(started, 'close');
      if (started.pid !== undefined) process.kill(-started.pid, 'SIGTERM');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
