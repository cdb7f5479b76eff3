import { catalogue } from '@kanribo/domain';
import { expect, test } from 'vitest';
import { checkGlyphs } from '../glyphs/check-glyphs.ts';
import { paperOf } from './paper-of.ts';
import { papersOfLives } from './testing/told-lives.ts';

const told = papersOfLives();

test('PAP-13: every declared case has its filing or its sheet, laid out from the contract’s lives', () => {
  const laidOut = new Set(told.map(({ kind }) => kind));
  expect([...catalogue.keys()].filter((name) => !laidOut.has(name))).toEqual([]);
});

test('PAP-13: a sheet gives room to what it holds, and has the rest in 摘要', () => {
  const sheets = told
    .filter(({ kind }) => kind === 'subcontract')
    .flatMap(({ kind, input }) => paperOf(kind, input).sections)
    .flatMap((section) => (section.kind === 'table' && section.rows.length > 0 ? [section] : []));
  expect(sheets.length).toBeGreaterThan(0);
  for (const { columns, rows } of sheets) {
    expect(columns.map(({ head }) => head)).not.toContain('再委託にあたらない理由');
    const work = columns.findIndex(({ head }) => head === '再委託する業務');
    const longest = Math.max(...rows.map((row) => row[work]?.length ?? 0));
    expect(columns[work]?.share).toBe(Math.min(28, Math.max(6, 2 * (longest + 1))));
  }
  expect(JSON.stringify(sheets)).toContain('再委託にあたらない理由：');
});

test('PAP-14: every paper has its title, rectangular tables, and nothing left unsaid', () => {
  for (const { kind, life, input } of told) {
    const document = paperOf(kind, input);
    const where = `${life}/${kind}`;
    expect(document.title, where).not.toBe('');
    expect(checkGlyphs(document), where).toEqual([]);
    for (const section of document.sections) {
      if (section.kind === 'fields') expect(section.rows.length, where).toBeGreaterThan(0);
      if (section.kind !== 'table') continue;
      for (const row of section.rows) expect(row, where).toHaveLength(section.columns.length);
    }
    expect(JSON.stringify(document), where).not.toMatch(/undefined|NaN|\[object/u);
  }
});

test('PAP-14: a report says beside the standings what its reader must know', () => {
  const reports = told.filter(({ kind }) => kind === 'compliance-report');
  expect(reports.length).toBeGreaterThan(0);
  for (const { kind, input } of reports) {
    const { sections } = paperOf(kind, input);
    const remarks = sections.find((section) => section.kind === 'remarks');
    expect(remarks).toMatchObject({ heading: '６　状況についての備考' });
    expect(JSON.stringify(remarks)).toContain('記録のない行為があったかどうかは分かりません');
  }
});

test('PAP-7: a take-out that ended elsewhere is out no more', () => {
  const outcomes = told
    .filter(({ kind }) => kind === 'take-out')
    .flatMap(({ kind, input }) => JSON.stringify(paperOf(kind, input)));
  for (const title of ['送付への引継ぎ', '持ち出し先での廃棄・返還']) {
    expect(
      outcomes.some((text) => text.includes(`"${title}"`)),
      title,
    ).toBe(true);
  }
});

test('PAP-7: a register says whether the annex asks for it or it is ours', () => {
  const asked = told.flatMap(({ kind, input }) => {
    const text = JSON.stringify(paperOf(kind, input).sections);
    const isRegister = catalogue.get(kind)?.preset === 'register';
    return isRegister && !text.includes('"根拠","value":"社内の取決め') ? [kind] : [];
  });
  expect([...new Set(asked)].sort()).toEqual(['sending', 'take-out', 'use']);
});

test('PAP-14: a report of education says when it was held, how, and of what', () => {
  const reports = told.filter(({ kind }) => kind === 'training-results');
  expect(reports.length).toBeGreaterThan(0);
  for (const { kind, input } of reports) {
    const labels = paperOf(kind, input).sections.flatMap((section) =>
      section.kind === 'fields' ? section.rows.map(({ label }) => label) : [],
    );
    expect(labels).toEqual(expect.arrayContaining(['実施', '方法', '内容']));
  }
});

test('PAP-14: a further subcontractor is called one on the paper about it', () => {
  const further = told.filter(({ kind }) => kind === 'resubcontract-confirmation');
  expect(further.length).toBeGreaterThan(0);
  for (const { kind, input } of further) {
    expect(JSON.stringify(paperOf(kind, input))).toContain('確認した再々委託先等');
  }
});

test('PAP-14: a confirmation says on what day all measures were confirmed', () => {
  const confirmations = told.filter(({ kind }) => kind === 'subcontract-confirmation');
  expect(confirmations.length).toBeGreaterThan(0);
  for (const { kind, input } of confirmations) {
    expect(JSON.stringify(paperOf(kind, input))).toMatch(/すべての措置の確認：令和\d+年/u);
  }
});
