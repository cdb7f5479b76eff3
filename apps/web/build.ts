import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { isStale } from './is-stale.ts';

const root = import.meta.dirname;
const packages = join(root, '..', '..', 'packages');
const { values } = parseArgs({
  options: {
    // Before a start, on a machine that has just been installed or brought up to date.
    'when-stale': { type: 'boolean', default: false },
    out: { type: 'string', default: join(root, 'dist') },
  },
});
const outDir = resolve(values.out);
if (!values['when-stale'] || (await isStale(outDir, await sources()))) {
  // Whoever calls may be a test, whose environment would give a build for developers.
  process.env['NODE_ENV'] = 'production';
  const logLevel = values['when-stale'] ? 'warn' : 'info';
  await build({ root, logLevel, build: { outDir, emptyOutDir: true } });
}

/** The folders that screens are made of. */
async function sources(): Promise<readonly string[]> {
  const names = await readdir(packages);
  const own = [join(root, 'src'), join(root, 'public')];
  return [...own, ...names.map((name) => join(packages, name, 'src'))];
}
