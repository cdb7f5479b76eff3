import { expect, test } from 'vitest';
import { wordDocument } from '../fixtures/word-document.ts';
import { readWordForm } from './word-form.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationsPart = 'word/_rels/document.xml.rels';
const typesPart = '[Content_Types].xml';
const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const plain = { paragraphs: ['{契約件名}'] };

/** The code of the problem of a document with these parts, and the part it names. */
async function problemWith(parts: Readonly<Record<string, string>>): Promise<string> {
  const form = await readWordForm(wordDocument({ ...plain, parts }));
  if (form.ok) return 'none';
  return 'part' in form.error ? `${form.error.code} ${form.error.part}` : form.error.code;
}

const relations = (inside: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships" xmlns:o="urn:o">${inside}</Relationships>`;
const relation = (attributes: string) =>
  problemWith({ [relationsPart]: relations(`<Relationship Id="a" ${attributes}/>`) });

/** Parts must be of a type that is said; a footer is said to be one. */
function typesWith(more: string, main = document): string {
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/>${more}</Types>`;
}

const footer = (inside: string) =>
  problemWith({
    [typesPart]: typesWith(''),
    'word/footer1.xml': `<w:ftr xmlns:w="urn:w" xmlns:x="urn:x">${inside}</w:ftr>`,
  });

const mark = (type: string) => `<w:fldChar w:fldCharType="${type}"/>`;
const field = (inside: string) =>
  footer(`${mark('begin')}${inside}${mark('separate')}<w:t>1</w:t>${mark('end')}`);
const instruction = (text: string) => `<w:instrText>${text}</w:instrText>`;

const reaching = (count: number, part: string) =>
  Array<string>(count).fill(`form-reaches-out ${part}`);

test('WRD-5: only a link somebody clicks leads out, by its type, to the web or to mail', async () => {
  const link = `Type="${office}/hyperlink" TargetMode="External"`;
  const found = await Promise.all([
    relation(`Type="${office}/attachedTemplate" TargetMode="External" Target="http://h/hyperlink"`),
    relation(`Type="http://h/hyperlink" TargetMode="External" Target="http://h/a"`),
    relation(`Target="http://h/>" TargetMode="External" Type="${office}/image"`),
    relation(`TargetMode="&#69;xternal" Type="${office}/image" Target="//h/a"`),
    relation(`Type="${office}/image" Target="http://h/a"`),
    relation(`Type="${office}/image" Target="//h/a"`),
    relation(`Type="${office}/aFChunk" Target="document.xml"`),
    relation(`Type="${office}/image" Target="document.xml" o:TargetMode="External"`),
    relation(`${link} Target="file://h/a"`),
    relation(`${link} Target="\\\\h\\a"`),
  ]);
  expect(found).toEqual(reaching(10, relationsPart));
  const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink';
  const taken = await Promise.all([
    relation(`${link} Target="https://example.jp/a?b"`),
    relation(`${link} Target="mailto:a@example.jp"`),
    relation(`Type="${strict}" TargetMode="External" Target="https://example.jp"`),
    relation(`Type="${office}/hyperlink" Target="#anchor"`),
    relation(`Type="${office}/glossaryDocument" Target="../word/document.xml"`),
  ]);
  expect(taken).toEqual(Array<string>(5).fill('none'));
});

test('WRD-5: only fields that fetch and run nothing are taken, however they are written', async () => {
  const found = await Promise.all([
    field(instruction('<![CDATA[INCLUDEPICTURE "http://h/a"]]>')),
    field(instruction('INCLUDE') + instruction('PICTURE "//h/a"')),
    field(instruction('INCLUDE<x:y/>PICTURE "//h/a"')),
    field(instruction('&#76;INK Excel.Sheet "//h/a"')),
    field(instruction('RD "//h/a"')),
    field(instruction('INCLUDE "//h/a"')),
    field(instruction('HYPERLINK "http://h/a"')),
    field(`<w:t>LINK </w:t>${instruction('PAGE')}`),
    field(`${mark('begin')}${instruction('QUOTE LINK')}${mark('end')}${instruction(' "//h/a"')}`),
    footer('<w:fldSimple w:instr="DDEAUTO cmd"/>'),
    footer(`<w:fldSimple x:a=">" w:instr='LINK "//h/a"'/>`),
    footer(instruction('LINK "//h/a"')),
    footer(mark('begin') + instruction('LINK "//h/a"')),
    footer('<w:altChunk/>'),
    footer('<w:imagedata src="http://h/a"/>'),
  ]);
  expect(found).toEqual(reaching(15, 'word/footer1.xml'));
  const taken = await Promise.all([
    field(instruction(' PA') + instruction('GE ')),
    field(instruction('HYPERLINK \\l "_Toc1" \\h')),
    field(
      instruction('IF ') +
        mark('begin') +
        instruction('MERGEFIELD a') +
        mark('end') +
        instruction(' = 1'),
    ),
    footer('<w:fldSimple w:instr="NUMPAGES"/>'),
    footer('<w:t>LINK</w:t>'),
  ]);
  expect(taken).toEqual(Array<string>(5).fill('none'));
});

test('WRD-5: a part that forms do not need is refused and named', async () => {
  const html = '<Default Extension="html" ContentType="text/html"/>';
  const png = '<Default Extension="a" ContentType="image/png"/>';
  const found = await Promise.all([
    problemWith({ [typesPart]: typesWith(html), 'word/chunk.html': 'x' }),
    problemWith({ [typesPart]: typesWith(png), 'word/media/image1.a': 'x' }),
    problemWith({ 'word/untold.txt': 'x' }),
    problemWith({ 'word/settings.xml': '<x/>' }),
  ]);
  expect(found).toEqual([
    'form-part-unknown word/chunk.html',
    'form-part-unknown word/media/image1.a',
    'form-part-unknown word/untold.txt',
    'form-part-unknown word/settings.xml',
  ]);
  const macro = 'application/vnd.ms-word.document.macroEnabled.main+xml';
  const others = await Promise.all([
    problemWith({ [typesPart]: typesWith('', macro) }),
    problemWith({ [typesPart]: typesWith('', 'text/plain') }),
    problemWith({ 'word/embeddings/a.xlsx': 'x' }),
    problemWith({ [typesPart]: typesWith(''), 'word/footer1.xml': '<a>' }),
    problemWith({ [typesPart]: typesWith(''), 'word/footer1.xml': '<!DOCTYPE a><a/>' }),
    problemWith({ [typesPart]: typesWith(''), 'word/footer1.xml': '<a>&b;</a>' }),
    problemWith({
      [typesPart]: typesWith(''),
      'word/footer1.xml': '<?xml version="1.0" encoding="UTF-16"?><a/>',
    }),
  ]);
  expect(others).toEqual([
    'form-has-macros',
    'form-unreadable',
    'form-has-macros',
    ...Array<string>(4).fill('form-unreadable'),
  ]);
});

/** Microseconds of processor time that reading a document of these paragraphs takes. */
async function costOf(paragraph: string): Promise<number> {
  const docx = wordDocument({ paragraphs: [paragraph] });
  const before = process.cpuUsage();
  await readWordForm(docx);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

test('WRD-12: a hostile part of 5 MB costs no more than a few times a harmless one', async () => {
  const filled = (text: string) => text.repeat(Math.floor(5_000_000 / text.length));
  await costOf(filled('a'));
  const harmless = await costOf(filled('文字'));
  const hostile = ['<w:instrText ', '<w:r>', '{a}', '{#a}{/a}', '</w:t></w:r><w:r><w:t>a', '&lt;'];
  for (const text of hostile) {
    expect((await costOf(filled(text))) / harmless, text).toBeLessThan(8);
  }
  const attributes = Array.from({ length: 300_000 }, (_, at) => `a${at}=""`).join(' ');
  expect((await costOf(`<w:r ${attributes}/>`)) / harmless).toBeLessThan(8);
});
