import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const root = import.meta.dirname;
const { values } = parseArgs({
  options: {
    // Before a start, on a machine that has just been installed.
    'when-missing': { type: 'boolean', default: false },
    out: { type: 'string', default: join(root, 'dist') },
  },
});
const outDir = resolve(values.out);
const isWanted = !values['when-missing'] || !existsSync(join(outDir, 'index.html'));
if (isWanted) {
  // Whoever calls may be a test, whose environment would give a build for developers.
  process.env['NODE_ENV'] = 'production';
  const logLevel = values['when-missing'] ? 'warn' : 'info';
  await build({ root, logLevel, build: { outDir, emptyOutDir: true } });
}
