import { dutyCatalogue, matchDuties, parseAnnex } from '@kanribo/annex';
import { CliFault } from '../cli-fault.ts';
import { readTextFile } from '../read-text.ts';
import type { Command } from '../terminal/command.ts';
import { jsonOption } from '../terminal/option.ts';
import { annexJson, annexReport } from './annex-report.ts';

/** `kanribo annex`: the clauses of an annex's text, and which duties of the catalogue it states. */
export const annex: Command = {
  name: 'annex',
  summary: '特記事項の文書を条・項・号に分け、どの義務を定めているかを調べます',
  operands: [{ name: 'FILE', meaning: '特記事項のテキスト（UTF-8 または Shift_JIS）' }],
  options: [jsonOption],
  example: ['kanribo annex tokki.txt', 'kanribo annex tokki.txt --json > tokki.json'],
  notes: [
    'PDF や Word の特記事項は、文字をテキストに書き出してから指定してください。行の途中の改行は直します。',
    '「異なる定め」は、義務の要となる言葉が見当たらないか、委託者の義務として書かれているものです。',
    '結果は手がかりです。契約に使う前に、担当の方が原文と照らし合わせてください。',
  ],
  async run(given, terminal) {
    const path = given.path(given.operand(0) ?? '');
    const { text } = await readTextFile(path);
    const tree = parseAnnex(text);
    if (tree.articles.length === 0) {
      throw new CliFault(
        'failed',
        `${path} に条が見つかりません。特記事項の本文のテキストか、確かめてください。`,
      );
    }
    const duties = matchDuties(tree, dutyCatalogue);
    const found = { tree, duties };
    terminal.print(given.has('json') ? JSON.stringify(annexJson(found)) : annexReport(found));
    return 0;
  },
};
