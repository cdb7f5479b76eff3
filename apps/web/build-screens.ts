import { build } from 'vite';

const root = import.meta.dirname;

/** Builds the screens into a folder: nothing is fetched for it. */
export async function buildScreens(
  folder: string,
  logLevel: 'info' | 'warn' = 'warn',
): Promise<void> {
  await build({ root, logLevel, build: { outDir: folder, emptyOutDir: true } });
}
