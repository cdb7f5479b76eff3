import { catalogue } from '@kanribo/domain';
import { expect, test } from 'vitest';
import { checkGlyphs } from '../glyphs/check-glyphs.ts';
import { paperOf } from './paper-of.ts';
import { papersOfLives } from './testing/told-lives.ts';

const told = papersOfLives();

test('PAP-13: every declared filing and register is laid out from the contract’s lives', () => {
  const laidOut = new Set(told.map(({ kind }) => kind));
  const declared = [...catalogue.values()]
    .filter(({ preset }) => preset === 'filing' || preset === 'register')
    .map(({ name }) => name);
  expect(declared.filter((name) => !laidOut.has(name))).toEqual([]);
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
