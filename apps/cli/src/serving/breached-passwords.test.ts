import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBreachedList } from './breached-passwords.ts';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kanribo-breached-'));
});

afterAll(async () => {
  await rm(directory, { recursive: true });
});

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();
const leaked = Array.from({ length: 1_000 }, (_, at) => `漏れた長い言葉 ${at}`);

async function listed(texts: readonly string[], lineOf: (digest: string, at: number) => string) {
  const path = join(directory, `${texts.length}-${lineOf('', 7).length}.txt`);
  await writeFile(path, texts.map(sha1).sort().map(lineOf).join(''));
  return openBreachedList(path);
}

test.each([
  ['with counts', (digest: string, at: number) => `${digest}:${at ** 3}\r\n`],
  ['without', (digest: string) => `${digest}\n`],
])('ACC-68: each password of a list %s is found, and no other', async (_, lineOf) => {
  for (const many of [1, 2, 3, 1_000]) {
    const list = await listed(leaked.slice(0, many), lineOf);
    for (const text of leaked.slice(0, many)) expect(await list.isListed(text)).toBe(true);
    for (let other = 0; other < 300; other += 1) {
      expect(await list.isListed(`別の長い言葉 ${other}`)).toBe(false);
    }
    await list.close();
  }
});

test('ACC-68: a list without an end of its last line is read to its end', async () => {
  const path = join(directory, 'unended.txt');
  await writeFile(path, leaked.map(sha1).sort().join('\n'));
  const list = await openBreachedList(path);
  for (const text of leaked) expect(await list.isListed(text)).toBe(true);
  await list.close();
});

test.each([
  ['nothing', ''],
  ['words', 'password\n123456\n'],
  ['other digests', `${'a'.repeat(64)}\n`],
  ['digests in lower case', `${sha1('x').toLowerCase()}\n`],
])('ACC-68: a file that holds %s is refused as a list', async (name, text) => {
  const path = join(directory, `unfit ${name}.txt`);
  await writeFile(path, text);
  await expect(openBreachedList(path)).rejects.toThrow('Pwned Passwords');
  await expect(openBreachedList(join(directory, 'none.txt'))).rejects.toThrow('開けません');
});
