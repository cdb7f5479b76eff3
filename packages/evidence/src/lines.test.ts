import { fromUtf8, utf8 } from '@kanribo/kernel';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from './lines.ts';

async function* chunksOf(bytes: Uint8Array, lengths: readonly number[]) {
  let from = 0;
  for (const length of lengths) {
    yield bytes.subarray(from, from + length);
    from += length;
  }
  yield bytes.subarray(from);
}

async function read(bytes: Uint8Array, lengths: readonly number[], bytesAtMost = 1_000) {
  const lines: (string | undefined)[] = [];
  let isUnfinished = false;
  for await (const batch of linesOf(chunksOf(bytes, lengths), bytesAtMost)) {
    lines.push(...batch.lines.map((line) => fromUtf8(line)));
    isUnfinished ||= batch.isUnfinished;
  }
  return { lines, isUnfinished };
}

test('EVI-24: lines are the same however the chunks fall', async () => {
  const line = fc.stringMatching(/^[a-zあ ]{0,9}$/);
  const lengths = fc.array(fc.nat(9));
  await fc.assert(
    fc.asyncProperty(fc.array(line), lengths, async (lines, chunkLengths) => {
      const bytes = utf8(lines.map((text) => `${text}\n`).join(''));
      expect(await read(bytes, chunkLengths)).toEqual({ lines, isUnfinished: false });
    }),
  );
});

test('EVI-24: a last line without its line feed is read, and said to be unfinished', async () => {
  expect(await read(utf8('a\nb'), [1])).toEqual({ lines: ['a', 'b'], isUnfinished: true });
  expect(await read(utf8(''), [])).toEqual({ lines: [], isUnfinished: false });
  expect(await read(utf8('\n'), [])).toEqual({ lines: [''], isUnfinished: false });
});

test('EVI-22: of too long a line no more than one byte too many is held', async () => {
  for (const lengths of [[], [2], [1, 1, 1, 1, 1, 1]]) {
    const { lines } = await read(utf8('abcdefgh\nij\n'), lengths, 4);
    expect(lines).toEqual(['abcde', 'ij']);
  }
});
