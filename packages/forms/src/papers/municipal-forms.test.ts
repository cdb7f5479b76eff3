import { readFileSync } from 'node:fs';
import { catalogue } from '@kanribo/domain';
import { expect, test } from 'vitest';
import { isPaperKind, paperOf } from './paper-of.ts';
import { papersOfLives } from './testing/told-lives.ts';

const table = readFileSync(
  new URL('../../../../docs/spec/municipal-forms.md', import.meta.url),
  'utf8',
);

/** Rows of the table: form, field, paper, where from. */
const rows = Array.from(
  table.matchAll(/^\| (.+?) \| (.+?) \| ([a-z-]+) \| (.+?) \|$/gmu),
  ([, form = '', field = '', paper = '', from = '']) => ({ form, field, paper, from }),
).filter(({ paper }) => paper !== 'paper' && paper !== 'none' && !/^-+$/u.test(paper));

/** Everything every paper of a kind says, labels and heads included. */
const said = new Map<string, string>();
for (const { kind, input } of papersOfLives()) {
  const text = JSON.stringify(paperOf(kind, input)).replaceAll('\\n', '');
  said.set(kind, `${said.get(kind) ?? ''}${text}`);
}

test('PAP-16: every field seen in municipal forms stands on the paper the table names', () => {
  expect(rows.length).toBeGreaterThan(30);
  const missing = rows.filter(({ paper, from }) => {
    if (!isPaperKind(paper)) return true;
    if (from === '(step)') return !/日時/u.test(said.get(paper) ?? '');
    const [declaration = '', name = ''] = from.split('.');
    const label = catalogue.get(declaration)?.fields[name]?.label;
    return label === undefined || !isSaid(said.get(paper) ?? '', label);
  });
  expect(missing).toEqual([]);
});

/** A column may head a field by a shorter word: 氏名, 始期 and 終期, 種類. */
const shorter: Readonly<Record<string, string>> = {
  '従事期間（開始日）': '始期',
  '従事期間（終了予定日）': '終期（予定）',
  種別: '種類（管理番号）',
  管理番号: '種類（管理番号）',
  備考: '摘要',
};

const isSaid = (text: string, label: string) => text.includes(shorter[label] ?? label);
