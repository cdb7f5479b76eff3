import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildScreens } from '../../apps/web/build-screens.ts';
import { hasBrowser } from './has-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the built screens. */
    readonly screens: string;
  }
}

/** Builds the screens once for all browser tests, into a folder of their own. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'kanribo-screens-'));
  if (hasBrowser) await buildScreens(folder);
  provide('screens', folder);
  return () => rm(folder, { recursive: true, force: true });
}
