import { clauseInJapanese, cite, dutyTitles } from '@kanribo/annex';
import { type Standing, dutyMap, profileOf, proofLimit } from '@kanribo/domain';
import { formatEra } from '@kanribo/kernel';
import type { OfficeDocument } from '../office-document.ts';
import type { TableSection } from '../section.ts';
import { sheet, sheetRows } from './letterhead.ts';
import type { PaperInput } from './paper-input.ts';
import { readingOn } from './reading.ts';
import { dueDaysNote, dueText, remarkLines } from './standing-remarks.ts';
import { standingWords } from './standing-words.ts';

/** The duty map (義務の履行状況): how every duty stands at the end of a day, and what proves it. */
export function dutyMapPaper(input: PaperInput): OfficeDocument {
  const { contract, date } = input;
  const reading = readingOn(input, date);
  const standings = dutyMap(contract, date);
  const rows = [
    ...sheetRows(input, reading),
    { label: '根拠', value: profileOf(contract, date).title },
    { label: '基準日', value: `${formatEra(date)}の終わりにおける状況` },
  ];
  return sheet(input, {
    title: '義務の履行状況',
    sections: [
      { kind: 'fields', rows },
      standingTable(input, standings),
      { kind: 'remarks', heading: '備考', lines: [...remarkLines(input, standings), ...notes] },
    ],
  });
}

const notes = [
  dueDaysNote,
  '「システム未確認」は、ソフトウェアがまだ確認していない義務です。履行の状況は別に確かめてください。',
  '根拠となる記録の番号は、契約の記録の先頭を0として数えた番号です。',
  `記録が多いときは、新しいものから${proofLimit}件までを示します。`,
  '「逸脱の件数」には、逸脱の兆候と、事故等に当たらないと判断したものも含みます。',
];

function standingTable(
  { contract, date }: PaperInput,
  standings: readonly Standing[],
): TableSection {
  const profile = profileOf(contract, date);
  return {
    kind: 'table',
    columns: [
      { head: '条項', share: 14, align: 'left' },
      { head: '義務', share: 34, align: 'left' },
      { head: '状況', share: 20, align: 'left' },
      { head: '期限', share: 10, align: 'center' },
      { head: '根拠となる記録の番号', share: 30, align: 'left' },
      { head: '逸脱の件数', share: 10, align: 'center' },
    ],
    rows: standings.map((standing) => {
      const { duty, status, proofs, deviations } = standing;
      return [
        clauseInJapanese(cite(profile, duty)),
        dutyTitles[duty],
        standingWords[status],
        dueText(standing),
        proofs.join('、'),
        String(deviations),
      ];
    }),
  };
}
