import { type FileHandle, open } from 'node:fs/promises';
import { afterEach, vi } from 'vitest';

afterEach(() => {
  vi.restoreAllMocks();
});

const hasSync = (value: unknown): value is Pick<FileHandle, 'sync'> =>
  typeof value === 'object' && value !== null && 'sync' in value;

/** Calls `onSync` before each fsync that follows in this test. */
export async function watchSyncs(onSync: () => void): Promise<void> {
  const file = await open(import.meta.filename);
  const prototype: unknown = Object.getPrototypeOf(file);
  await file.close();
  if (!hasSync(prototype)) throw new Error('no such method');
  const { sync } = prototype;
  vi.spyOn(prototype, 'sync').mockImplementation(async function watched(this: FileHandle) {
    onSync();
    await sync.call(this);
  });
}
