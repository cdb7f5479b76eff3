import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UnkeptKindFault, extensionOf, onlyKeptKinds } from './evidence-kind.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const samples = join(import.meta.dirname, '..', '..', '..', '..', 'samples');

async function* chunked(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

async function passed(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of onlyKeptKinds(content)) parts.push(part);
  return Buffer.concat(parts);
}

test('SRV-36: what an office keeps is told by its contents', async () => {
  const shiftJis = Uint8Array.of(0x93, 0xc1, 0x92, 0xe8, 0x0d, 0x0a);
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64');
  expect(await extensionOf(bytes('%PDF-1.7\n%âãÏÓ\n'))).toBe('pdf');
  expect(await extensionOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46))).toBe('jpg');
  expect(await extensionOf(png)).toBe('png');
  expect(await extensionOf(await readFile(join(samples, 'manager-form.docx')))).toBe('docx');
  expect(await extensionOf(bytes('特記事項\r\n\t第1条\f'))).toBe('txt');
  expect(await extensionOf(shiftJis)).toBe('txt');
});

test('SRV-36: programs, archives and what is none of these are not kept', async () => {
  const windows = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
  const archive = Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]);
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const linux = Buffer.concat([Buffer.from('\u007fELF'), Buffer.alloc(100)]);
  for (const file of [windows, archive, old, linux, Buffer.alloc(8)]) {
    await expect(passed(chunked(file))).rejects.toBeInstanceOf(UnkeptKindFault);
  }
});

test('SRV-36: what passes comes through whole, however it is cut', async () => {
  const text = bytes('あいうえお'.repeat(200_000));
  const parts = [text.subarray(0, 1), text.subarray(1, 1_500_000), text.subarray(1_500_000)];
  expect((await passed(chunked(...parts))).equals(text)).toBe(true);
  expect(await passed(chunked())).toHaveLength(0);
});

test('SRV-36: a text that turns into something else is noticed amid it', async () => {
  const long = Buffer.alloc(1024 * 1024, 'a');
  await expect(passed(chunked(long, Uint8Array.of(0x41, 0)))).rejects.toThrow(UnkeptKindFault);
});
