import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { hasBrowser } from './has-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the built screens. */
    readonly screens: string;
  }
}

const program = join(import.meta.dirname, '..', '..', 'apps', 'web', 'build.ts');

/** Builds the screens once for all browser tests, as they are shipped, into a folder of their own. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'kanribo-screens-'));
  if (hasBrowser) await promisify(execFile)(process.execPath, [program, '--out', folder]);
  provide('screens', folder);
  return () => rm(folder, { recursive: true, force: true });
}
