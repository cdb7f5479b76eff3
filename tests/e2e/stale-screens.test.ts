import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isStale } from '../../apps/web/is-stale.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kanribo-stale-'));
  await mkdir(join(folder, 'src', 'deep'), { recursive: true });
  await mkdir(join(folder, 'dist'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('WEB-160: screens that are missing, or older than a file they are made of, are made', async () => {
  const [dist, sources] = [join(folder, 'dist'), [join(folder, 'src')]];
  const [page, source] = [join(dist, 'index.html'), join(folder, 'src', 'deep', 'one.tsx')];
  await writeFile(source, '');
  expect(await isStale(dist, sources)).toBe(true);
  await writeFile(page, '');
  await utimes(source, 1_000, 1_000);
  await utimes(page, 2_000, 2_000);
  expect(await isStale(dist, sources)).toBe(false);
  await utimes(source, 3_000, 3_000);
  expect(await isStale(dist, sources)).toBe(true);
});
