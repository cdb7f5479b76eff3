import { cite, clauseInJapanese, dutyTitles } from '@kanribo/annex';
import {
  type ClientWord,
  type Standing,
  clientWords,
  countOf,
  dutyMap,
  profileOf,
  stepOf,
  textOf,
  versionAt,
} from '@kanribo/domain';
import { formatEra, formatEraShort, parseDay } from '@kanribo/kernel';
import { FormsFault } from '../../forms-fault.ts';
import type { OfficeDocument } from '../../office-document.ts';
import type { TableSection } from '../../section.ts';
import { citation, contractSection, filed, remarks, titleOf } from '../letterhead.ts';
import type { PaperInput } from '../paper-input.ts';
import { declarationOf, longDay, printed } from '../printed-values.ts';
import { type Reading, preparedFiling } from '../reading.ts';
import { dueDaysNote, dueText, remarkLines } from '../standing-remarks.ts';
import { standingSigns, standingWords } from '../standing-words.ts';

/**
 * Report how the contract is kept (遵守状況の報告書), clause 24.1: every duty on one day, as it had
 * happened by then and as it was known then, and every approval and word we say the client gave,
 * for it to contradict.
 */
export function complianceReportPaper(input: PaperInput): OfficeDocument {
  const { filing, reading } = preparedFiling(input, 'compliance-report');
  const day = parseDay(textOf(filing.values, 'day') ?? '');
  const prepared = stepOf(filing, 'prepared');
  if (!day.ok || prepared === undefined) {
    throw new FormsFault('paper-impossible', `${filing.id} names no day`);
  }
  const now = versionAt(input.contract, prepared.sequence);
  const known = versionAt(input.contract, countOf(filing.values, 'knownAt') ?? 0);
  const maps = { happened: dutyMap(now, day.value), known: dutyMap(known, day.value) };
  const request = reading.find(textOf(filing.values, 'request') ?? '');
  const dueOn = request === undefined ? '' : longDay(request, 'dueOn');
  return filed(input, reading, {
    title: titleOf('compliance-report'),
    lead: `${citation(input, 'compliance-report')}の規定により、特記事項の遵守状況を下記のとおり報告します。`,
    sections: [
      contractSection(input, { reading, heading: '１　契約' }),
      {
        kind: 'fields',
        heading: '２　報告の基準',
        rows: [
          { label: '報告の基準日', value: formatEra(day.value) },
          ...(dueOn === '' ? [] : [{ label: '求められた期限', value: dueOn }]),
        ],
      },
      summaryTable(maps),
      standingsTable(input, maps),
      wordsTable(reading, clientWords(now, day.value)),
      {
        kind: 'remarks',
        heading: '６　状況についての備考',
        lines: remarkLines({ contract: now, date: input.date }, maps.happened),
      },
      { kind: 'paragraphs', heading: '７　この報告の読み方', paragraphs: howToRead },
      ...remarks(reading, filing),
    ],
  });
}

interface Maps {
  readonly happened: readonly Standing[];
  readonly known: readonly Standing[];
}

const howToRead = [
  '「実際」は、基準日までに起きたことを、この報告を作成した時点で分かっている記録から示します。「当時の把握」は、基準日の終わりに記録されていたことだけから示します。二つが異なる行は、後から記録されたことがあることを示します。',
  '５に挙げた承認等に覚えのないものがあるときは、お知らせください。',
  dueDaysNote,
  '「逸脱」は、基準日までの逸脱またはその兆候として記録されているものの件数（実際）です。事故等にあたらないと判断したものも含みます。',
  '「システム未確認」は、システムがまだ確認していない義務です。履行の状況は別に確かめてください。',
];

function summaryTable({ happened, known }: Maps): TableSection {
  const count = (standings: readonly Standing[], status: string) =>
    String(standings.filter((standing) => standing.status === status).length);
  return {
    kind: 'table',
    heading: '３　まとめ',
    columns: [
      { head: '状況', share: 50, align: 'left' },
      { head: '実際', share: 25, align: 'center' },
      { head: '当時の把握', share: 25, align: 'center' },
    ],
    rows: Object.entries(standingWords).map(([status, words]) => [
      words,
      count(happened, status),
      count(known, status),
    ]),
  };
}

function standingsTable({ contract, date }: PaperInput, { happened, known }: Maps): TableSection {
  const profile = profileOf(contract, date);
  return {
    kind: 'table',
    heading: '４　義務ごとの状況',
    columns: [
      { head: '条項', share: 17, align: 'left' },
      { head: '義務', share: 40, align: 'left' },
      { head: '実際', share: 14, align: 'left' },
      { head: '当時の\n把握', share: 14, align: 'left' },
      { head: '逸脱', share: 8, align: 'center' },
      { head: '期限', share: 12, align: 'center' },
      { head: '記録の番号', share: 22, align: 'left' },
    ],
    rows: happened.map((standing, index) => {
      const { duty, status, proofs, deviations } = standing;
      return [
        clauseInJapanese(cite(profile, duty)),
        dutyTitles[duty],
        standingSigns[status],
        standingSigns[known[index]?.status ?? 'not-watched'],
        deviations === 0 ? '' : String(deviations),
        dueText(standing),
        proofs.slice(-proofsShown).join('、'),
      ];
    }),
  };
}

const proofsShown = 5;

function wordsTable(reading: Reading, words: readonly ClientWord[]): TableSection {
  return {
    kind: 'table',
    heading: '５　委託者の承認・指示等として記録しているもの',
    columns: [
      { head: '種類', share: 26, align: 'left' },
      { head: '期間', share: 20, align: 'left' },
      { head: '委託者の担当者', share: 18, align: 'left' },
      { head: '文書番号', share: 18, align: 'left' },
      { head: '形式', share: 14, align: 'left' },
      { head: '記録', share: 8, align: 'center' },
    ],
    rows: words.map((said) => [
      said.title,
      [said.from, said.until].map(shortDay).filter(Boolean).join('から'),
      particular(reading, said, 'clientPerson'),
      particular(reading, said, 'clientReference'),
      formOf(reading, said),
      String(said.proof),
    ]),
  };
}

/** A spoken word is told apart by whether its paper has come. */
function formOf(reading: Reading, said: ClientWord): string {
  if (said.form === null || !isFormChoice(said)) return '';
  if (said.form !== 'oral') return particular(reading, said, 'form');
  return said.isUnconfirmed ? '口頭・未確認' : '口頭（書面受領済み）';
}

const isFormChoice = ({ word }: ClientWord): boolean =>
  declarationOf(word).fields['form']?.type === 'choice';

/** A field of what was said; not every kind of word has every one. */
function particular(reading: Reading, { word }: ClientWord, name: string): string {
  const isThere = name in word.values || word.steps.some(({ given }) => given.includes(name));
  return isThere ? printed(reading, word, name) : '';
}

function shortDay(text: string | null): string {
  const parsed = parseDay(text ?? '');
  return parsed.ok ? formatEraShort(parsed.value) : '';
}
