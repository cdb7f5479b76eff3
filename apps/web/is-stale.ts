import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether screens are missing at a place, or older than something they are made of. */
export async function isStale(builtAt: string, sources: readonly string[]): Promise<boolean> {
  const built = await changedAt(join(builtAt, 'index.html'));
  if (built === undefined) return true;
  const changes = await Promise.all(sources.map(latestChange));
  return changes.some((changed) => changed > built);
}

/** When the latest file of a folder was changed; zero where there is none. */
async function latestChange(folder: string): Promise<number> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  const changes = await Promise.all(
    files.map(({ parentPath, name }) => changedAt(join(parentPath, name))),
  );
  return changes.reduce<number>((latest, changed) => Math.max(latest, changed ?? 0), 0);
}

async function changedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return undefined;
  }
}
