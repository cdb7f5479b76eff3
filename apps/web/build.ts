import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildScreens } from './build-screens.ts';

const folder = join(import.meta.dirname, 'dist');

// `--when-missing`: before a start, on a machine that has just been installed.
const isOnlyWhenMissing = process.argv.includes('--when-missing');
if (!isOnlyWhenMissing || !existsSync(join(folder, 'index.html'))) {
  await buildScreens(folder, isOnlyWhenMissing ? 'warn' : 'info');
}
