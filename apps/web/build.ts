import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = import.meta.dirname;

// `--when-missing`: before a start, on a machine that has just been installed.
const isOnlyWhenMissing = process.argv.includes('--when-missing');
if (!isOnlyWhenMissing || !existsSync(join(root, 'dist', 'index.html'))) {
  await build({ root, logLevel: isOnlyWhenMissing ? 'warn' : 'info' });
}
