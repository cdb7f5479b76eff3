import { verify } from '@kanribo/evidence';
import { expect, test } from 'vitest';
import { sha256, sha256Stream, verifySignature } from './browser-crypto.ts';
import { type ChosenFile, chosenBundle } from './chosen-bundle.ts';

const chosen = (webkitRelativePath: string, text: string): ChosenFile => ({
  webkitRelativePath,
  name: webkitRelativePath.split('/').at(-1) ?? '',
  stream: () => new Blob([text]).stream(),
});

const namesOf = (files: readonly ChosenFile[]) => collected(chosenBundle(files).names());

async function collected<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test('WEB-24: files of a chosen folder are named without the folder that was chosen', async () => {
  const files = [chosen('usb/manifest.json', '{}'), chosen('usb/register/checkpoint', 'x')];
  expect(await namesOf(files)).toEqual(['manifest.json', 'register/checkpoint']);
  expect(await namesOf([{ ...chosen('', 'x'), name: 'manifest.json' }])).toEqual(['manifest.json']);
});

test('WEB-24: a chosen file is read to its end, any number of times', async () => {
  const source = chosenBundle([chosen('usb/a.txt', '検証')]);
  for (const _ of [1, 2]) {
    const chunks = await collected(source.read('a.txt'));
    expect(new TextDecoder().decode(Buffer.concat(chunks))).toBe('検証');
  }
});

test('WEB-24: a folder that is no bundle is broken, by the verifier everybody uses', async () => {
  const tools = { sha256, sha256Stream, verifySignature };
  const verdict = await verify(chosenBundle([chosen('usb/photo.jpg', 'x')]), tools);
  expect(verdict.status).toBe('broken');
  expect(verdict.damages.map(({ code }) => code)).toContain('manifest-missing');
});
