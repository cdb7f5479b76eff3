import { expect, test } from 'vitest';
import { wordDocument, zipOf } from '../fixtures/word-document.ts';
import { readArchive } from './archive.ts';
import { sampleWordForm } from './sample-form.ts';
import { readWordForm } from './word-form.ts';

const limits = { whole: 1000, part: () => 600 };
const problemOf = async (zip: Uint8Array) => {
  const archive = await readArchive(zip, limits);
  return archive.ok ? 'none' : archive.error;
};

const small = zipOf({ 'a.xml': 'one', 'b.xml': 'two' });

/** The archive with bytes written over it; places below zero are counted from its end. */
function changed(zip: Uint8Array, bytes: Readonly<Record<number, number>>): Uint8Array {
  const copy = new Uint8Array(zip);
  for (const [place, byte] of Object.entries(bytes)) copy.set([byte], at(copy, Number(place)));
  return copy;
}
const at = (zip: Uint8Array, place: number) => (place < 0 ? zip.length + place : place);

const directory = Buffer.from(small).indexOf('PK\u0001\u0002', 0, 'latin1');
const second = Buffer.from(small).indexOf('PK\u0001\u0002', directory + 4, 'latin1');

test('WRD-5: a form to which bytes were prepended is not read, so none unpacks past the limit', async () => {
  const document = wordDocument({ paragraphs: ['a'] });
  expect(await readWordForm(document)).toMatchObject({ ok: true });
  const large = wordDocument({ paragraphs: [' '.repeat(19_000_000)] });
  const bomb = Buffer.concat([Buffer.from('prepended'), large]);
  expect(await readWordForm(new Uint8Array(bomb))).toEqual({
    ok: false,
    error: { code: 'form-unreadable' },
  });
});

test('WRD-11: an archive that two programs could read in two ways is not read', async () => {
  const appended = Buffer.concat([small, Buffer.from('x')]);
  const found = await Promise.all([
    problemOf(small),
    problemOf(new Uint8Array(Buffer.concat([Buffer.from('x'), small]))),
    problemOf(new Uint8Array(appended)),
    // The directory's place, the number of parts, the disk.
    problemOf(changed(small, { [-6]: 1 })),
    problemOf(changed(small, { [-12]: 1 })),
    problemOf(changed(small, { [-18]: 1 })),
    // Two parts in the same bytes.
    problemOf(changed(small, { [second + 42]: 0 })),
    // Encrypted; packed otherwise; another name in its own header; sizes that are not so.
    problemOf(changed(small, { [directory + 8]: 1, 6: 1 })),
    problemOf(changed(small, { [directory + 10]: 12, 8: 12 })),
    problemOf(changed(small, { 30: 'c'.charCodeAt(0) })),
    problemOf(changed(small, { [directory + 24]: 2, 22: 2 })),
    // A directory by its attributes that is none by its name.
    problemOf(changed(small, { [directory + 38]: 16 })),
    problemOf(zipOf({ 'a.xml': '', 'A.xml': '' })),
    problemOf(zipOf({ '../a.xml': '' })),
    problemOf(zipOf({ 'word\\a.xml': '' })),
    problemOf(new Uint8Array()),
  ]);
  expect(found).toEqual(['none', ...Array<string>(15).fill('unreadable')]);
});

test('WRD-11: an archive with bytes between or after its parts is not read', async () => {
  const inserted = (place: number, moved: number) => {
    const zip = Buffer.concat([small.subarray(0, place), Buffer.from('x'), small.subarray(place)]);
    zip.writeUInt32LE(directory + 1, zip.length - 6);
    zip.writeUInt32LE(zip.readUInt32LE(second + 1 + 42) + moved, second + 1 + 42);
    return new Uint8Array(zip);
  };
  const found = [inserted(Buffer.from(small).indexOf('PK', 4), 1), inserted(directory, 0)];
  expect(await Promise.all(found.map(problemOf))).toEqual(['unreadable', 'unreadable']);
});

test('WRD-11: a part that names itself otherwise in an extra field is not read', async () => {
  const renamed = (id: number) => {
    const extra = Buffer.alloc(4);
    extra.writeUInt16LE(id, 0);
    const end = second + 46 + 'b.xml'.length;
    const parts = [small.subarray(0, end), extra, small.subarray(end)];
    const zip = Buffer.concat(parts);
    zip.writeUInt16LE(4, second + 30);
    zip.writeUInt32LE(zip.readUInt32LE(zip.length - 10) + 4, zip.length - 10);
    return new Uint8Array(zip);
  };
  const found = await Promise.all([0x54_55, 0x70_75, 0x00_01].map((id) => problemOf(renamed(id))));
  expect(found).toEqual(['none', 'unreadable', 'unreadable']);
});

test('WRD-11: parts are unpacked as far as the limits go, one by one and all together', async () => {
  const text = 'x'.repeat(500);
  const found = await Promise.all([
    problemOf(zipOf({ a: 'x'.repeat(601) })),
    problemOf(zipOf({ a: text, b: text, c: 'x' })),
    problemOf(zipOf({ a: text, b: text })),
  ]);
  expect(found).toEqual(['too-large', 'too-large', 'none']);
  const made = await readArchive(await sampleWordForm('a', {}), {
    whole: 9999,
    part: () => 9999,
  });
  expect(made.ok && [...made.value.keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'word/document.xml',
  ]);
});
