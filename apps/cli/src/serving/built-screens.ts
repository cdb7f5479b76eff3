import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CliFault } from '../cli-fault.ts';
import type { Terminal } from '../terminal/terminal.ts';

const screens = join(import.meta.dirname, '..', '..', '..', 'web');

/** Built screens stand beside the sources that they are made of. */
export const builtScreens = join(screens, 'dist');

/**
 * Builds the screens where they are missing, as `npm start` does.
 * @throws {CliFault} `failed` where they cannot be built.
 */
export async function requireScreens(terminal: Terminal): Promise<void> {
  if (existsSync(join(builtScreens, 'index.html'))) return;
  terminal.print('\n画面を作っています（初回だけです）。');
  const program = join(screens, 'build.ts');
  const build = spawn(process.execPath, [program, '--when-stale'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    build.on('error', reject);
    build.on('close', resolve);
  });
  if (exitCode === 0) return;
  throw new CliFault(
    'failed',
    '画面を作れませんでした。npm ci をやり直してから、もう一度実行してください。',
  );
}
