import { statfs } from 'node:fs/promises';
import type { Parts } from '@kanribo/server';
import type { Places } from '../places.ts';

/** The room left on the disks that hold data and keys; a database elsewhere tells nothing of its. */
export function disksOf({ database, keysDirectory }: Places): Parts['disks'] {
  const places = [
    ...('url' in database ? [] : [{ holds: 'data', path: database.dataDirectory } as const]),
    { holds: 'keys', path: keysDirectory } as const,
  ];
  return () =>
    Promise.all(places.map(async ({ holds, path }) => ({ holds, ...(await room(path)) })));
}

async function room(path: string) {
  const { bsize, bavail, blocks } = await statfs(path);
  return { freeBytes: bsize * bavail, totalBytes: bsize * blocks };
}
