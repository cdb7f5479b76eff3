import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dispatch } from '../terminal/dispatch.ts';
import { RecordedTerminal } from '../testing/recorded-terminal.ts';
import { inDirectory } from '../testing/run-cli.ts';
import { annex } from './annex.ts';

/** 第１条 乙は、書面で届け出る。 in Shift_JIS, as an office would keep it. */
const inShiftJis = Buffer.from(
  '91e682508ff02089b382cd81418f9196ca82c593cd82af8f6f82e981420a',
  'hex',
);

async function answered(
  words: readonly string[],
  files: Readonly<Record<string, string | Buffer>>,
) {
  return inDirectory(async (directory) => {
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(directory, name), content);
    }
    const terminal = new RecordedTerminal({ directory });
    const exitCode = await dispatch([annex], ['annex', ...words], terminal);
    return { exitCode, printed: terminal.printed, complained: terminal.complained };
  });
}

const text = [
  '見本の特記事項',
  '（複製の禁止）',
  '第１条 乙は、甲の承諾を得ずに特定個人情報を複製してはならない。',
  '２ 乙は、次により取り扱う。',
  '⑴ 媒体を送付するときは、暗号化すること。',
  'ア 委託の期間中も同じとする。',
  'イ 期間の後も同じとする。',
  '第２条 乙は、秘密を漏らしてはならない。',
].join('\n');

test('ANX-18: the tree and the duties, as JSON', async () => {
  const { exitCode, printed } = await answered(['tokki.txt', '--json'], { 'tokki.txt': text });
  expect(exitCode).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({
    articles: [
      {
        number: 1,
        heading: '複製の禁止',
        paragraphs: [
          {
            number: 1,
            text: '乙は、甲の承諾を得ずに特定個人情報を複製してはならない。',
            items: [],
            subitems: [],
          },
          {
            number: 2,
            text: '乙は、次により取り扱う。',
            items: [
              {
                number: 1,
                text: '媒体を送付するときは、暗号化すること。',
                subitems: [
                  { mark: 'ア', text: '委託の期間中も同じとする。' },
                  { mark: 'イ', text: '期間の後も同じとする。' },
                ],
              },
            ],
            subitems: [],
          },
        ],
      },
      { number: 2, heading: '', paragraphs: [{ number: 1, items: [], subitems: [] }] },
    ],
    unplaced: [{ line: 1, text: '見本の特記事項' }],
  });
  expect(printed).toContain('"duty":"copy-approval"');
});

test('ANX-18: the tree and the duties, for people', async () => {
  const { exitCode, printed } = await answered(['tokki.txt'], { 'tokki.txt': text });
  expect(exitCode).toBe(0);
  expect(printed).toContain('2条 3項 1号 号の細分2');
  expect(printed).toContain('第1条（複製の禁止）  2–7行');
  expect(printed).toMatch(
    /定めのある義務:\n {2}第2条 {2}知り得た特定個人情報を漏らさない|第1条第1項 {2}委託者が認めた場合/,
  );
  expect(printed).toContain('第2条  知り得た特定個人情報を漏らさない（終了後も）');
  expect(printed).toContain('「終了」に当たる言葉がありません。');
  expect(printed).toContain('定めのない義務:\n  特定個人情報の取扱いの基本方針を定める');
});

test('ANX-18: Shift_JIS is read too', async () => {
  const { exitCode, printed } = await answered(['old.txt'], { 'old.txt': inShiftJis });
  expect(exitCode).toBe(0);
  expect(printed).toContain('1条 1項 0号');
});

test('ANX-18: what cannot be read, or has no article, says what to do', async () => {
  const nothing = await answered(['nothing.txt'], {});
  expect(nothing).toMatchObject({ exitCode: 2, printed: '' });
  expect(nothing.complained).toContain('nothing.txt を開けません');
  const letter = await answered(['letter.txt'], { 'letter.txt': 'ただの手紙です。' });
  expect(letter).toMatchObject({ exitCode: 1, printed: '' });
  expect(letter.complained).toContain('条が見つかりません');
  expect((await answered([], {})).exitCode).toBe(2);
});
