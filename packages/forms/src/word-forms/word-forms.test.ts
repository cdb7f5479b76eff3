import { expect, test } from 'vitest';
import { wordDocument, zipOf } from '../fixtures/word-document.ts';
import { paperOf } from '../papers/paper-of.ts';
import { inputOf, smallContract } from '../papers/testing/small-contract.ts';
import { fillWordForm, fitOf } from './fill-form.ts';
import { formFieldsOf } from './form-fields.ts';
import { sampleWordForm } from './sample-form.ts';
import { type WordForm, readWordForm } from './word-form.ts';

const told = smallContract();
const fields = formFieldsOf(paperOf('handlers-list', inputOf(told, 'handlers-list-1')));

const sample = {
  paragraphs: ['{日付}', '{宛名}', '契約件名：{契約件名}', '{備考}'],
  rows: [
    ['氏名', '所属', '期間'],
    ['{#事務取扱担当者}{氏名}', '{所属（派遣の場合は派遣元）}', '{従事期間・始期}から{/}'],
  ],
};

async function read(docx: Uint8Array): Promise<WordForm> {
  const form = await readWordForm(docx);
  if (!form.ok) throw new Error(form.error.code);
  return form.value;
}

const problemOf = async (docx: Uint8Array) => {
  const form = await readWordForm(docx);
  return form.ok ? 'none' : form.error.code;
};

/** The text of a filled form, tags of the markup left out. */
async function textOf(docx: Uint8Array): Promise<string> {
  const { TemplateHandler } = await import('easy-template-x');
  return new TemplateHandler().getText(Buffer.from(docx));
}

test('WRD-1: a filing fills the client’s form: texts, and a row for each person', async () => {
  const form = await read(wordDocument(sample));
  expect(fitOf(form, fields).unknown).toEqual([]);
  const filled = await fillWordForm(form, fields);
  if (!filled.ok) throw new Error(filled.error.unknown.join());
  const text = await textOf(filled.value);
  for (const said of ['架空区長 様', '渡邉 葛葉', '辻本 花', 'R8.4.1から', '契約件名：']) {
    expect(text).toContain(said);
  }
  expect(text).not.toContain('{');
});

test('WRD-2: a tag no field fills keeps the form from being used, and is named', async () => {
  const form = await read(
    wordDocument({
      paragraphs: ['{契約件名}{生年月日}'],
      rows: [['{#事務取扱担当者}{氏名}{血液型}{/}']],
    }),
  );
  expect(fitOf(form, fields).unknown).toEqual(['生年月日', '血液型']);
  const filled = await fillWordForm(form, fields);
  expect(filled).toMatchObject({ ok: false, error: { unknown: ['生年月日', '血液型'] } });
  const single = await read(wordDocument({ paragraphs: ['{事務取扱担当者}'] }));
  expect(fitOf(single, fields).unknown).toEqual(['事務取扱担当者']);
});

test('WRD-3: fields the form does not ask for are named', async () => {
  const form = await read(wordDocument({ paragraphs: ['{契約件名}'] }));
  const { unknown, unused } = fitOf(form, fields);
  expect(unknown).toEqual([]);
  expect(unused).toContain('事務取扱担当者');
  expect(unused).not.toContain('契約件名');
});

test('WRD-6: what a filing is about and the form does not ask for is told apart from the rest', async () => {
  const form = await read(
    wordDocument({ paragraphs: ['{契約件名}'], rows: [['{#事務取扱担当者}{氏名}{/}']] }),
  );
  const { missing } = fitOf(form, fields);
  expect(missing).toEqual([
    '日付',
    '事務取扱担当者・所属（派遣の場合は派遣元）',
    '事務取扱担当者・役職',
    '事務取扱担当者・従事期間・始期',
    '事務取扱担当者・従事期間・終期（予定）',
    '事務取扱担当者・範囲、または分けない理由',
  ]);
});

test('WRD-7: the sample form of a filing holds every field and is filled as it is', async () => {
  const form = await read(await sampleWordForm('名簿', fields));
  expect(fitOf(form, fields)).toMatchObject({ unknown: [], missing: [] });
  const filled = await fillWordForm(form, fields);
  if (!filled.ok) throw new Error(filled.error.unknown.join());
  const text = await textOf(filled.value);
  expect(text).toContain('渡邉 葛葉');
  expect(text).not.toContain('{');
});

test('WRD-4: what a field says is text, never a tag or markup', async () => {
  const form = await read(wordDocument({ paragraphs: ['{契約件名}'] }));
  const said = '<w:b/>{宛名} & "契約"';
  const filled = await fillWordForm(form, { ...fields, 契約件名: said });
  if (!filled.ok) throw new Error('not filled');
  expect(await textOf(filled.value)).toContain(said);
});

test('WRD-5: what is no form, has macros, reaches out or has broken tags is refused', async () => {
  const external =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://x/attachedTemplate" Target="http://x" TargetMode="External"/></Relationships>';
  const paragraphs = ['{契約件名}'];
  const bomb = { 'word/media/a.xml': ' '.repeat(70_000_000) };
  const found = await Promise.all([
    problemOf(new Uint8Array([1, 2, 3])),
    problemOf(zipOf({ mimetype: 'text' })),
    problemOf(wordDocument({ paragraphs, parts: { 'word/vbaProject.bin': 'x' } })),
    problemOf(wordDocument({ paragraphs, parts: { 'word/_rels/settings.xml.rels': external } })),
    problemOf(wordDocument({ paragraphs: ['{#一覧}{氏名}'] })),
    problemOf(wordDocument({ paragraphs: ['{氏名'] })),
    problemOf(wordDocument({ paragraphs, parts: bomb })),
    problemOf(new Uint8Array(5_000_001)),
    problemOf(wordDocument({ paragraphs })),
  ]);
  expect(found).toEqual([
    'form-unreadable',
    'form-unreadable',
    'form-has-macros',
    'form-reaches-out',
    'form-tags-broken',
    'form-tags-broken',
    'form-too-large',
    'form-too-large',
    'none',
  ]);
});
