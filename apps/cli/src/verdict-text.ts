import { sentenceOfRefusal } from '@kanribo/office';
import type { SigningRefusal } from '@kanribo/application';
import { type Verdict, sentenceOf, verdictSentences } from '@kanribo/evidence';

/** What a verdict says, line by line: the whole first, then what was found and where. */
export function verdictText(verdict: Verdict): string {
  const { status, contract, instance, logs, since, damages, notices, unlisted } = verdict;
  const lines: string[] = [isInputUnread(damages) ? inputUnread : verdictSentences[status]];
  if (contract !== null) lines.push(`対象: ${instance ?? ''} / ${contract}`);
  for (const { origin, size, shared, isSigned } of logs) {
    const signed = isSigned ? '署名あり' : '署名なし';
    const extent = shared === 'whole' ? '全部' : '要約だけ';
    lines.push(`  ${origin}  ${size}件（${extent}、${signed}）`);
  }
  if (since !== null) lines.push(sinceSentences[since]);
  if (damages.length > 0) lines.push('', '異常:', ...damages.map(line));
  if (notices.length > 0) lines.push('', 'お知らせ:', ...notices.map(line));
  if (unlisted > 0) lines.push(`ほかに${unlisted}件あります。`);
  return lines.join('\n');
}

/** Whether nothing but what was typed is at fault: that says nothing against the bundle. */
function isInputUnread(damages: Verdict['damages']): boolean {
  const typed = ['given-key-malformed', 'since-malformed'];
  return damages.length > 0 && damages.every(({ code }) => typed.includes(code));
}

const inputUnread =
  '指定された検証鍵か以前の要約を読めないため、確かめられません。控えに異常が見つかったのではありません。';

const line = (finding: Parameters<typeof sentenceOf>[0]): string => `  ${sentenceOf(finding)}`;

const sinceSentences = {
  contained: 'お手元の以前の要約までの記録は、そのまま含まれています。',
  lost: 'お手元の以前の要約は、失われたと届け出られた範囲にあります。',
  ahead: 'お手元の以前の要約まで届いていません。',
  forked: 'お手元の以前の要約のあとで作り替えられています。',
  unknown: 'お手元の以前の要約とは照合できませんでした。',
} as const satisfies Record<NonNullable<Verdict['since']>, string>;

/** The verdict on running data, and why it would not be signed now. */
export interface RunningVerdict {
  readonly verdict: Verdict;
  readonly refusal: SigningRefusal | null;
}

/** The same sentence, said of the data itself: no bundle was looked at. */
const ofRunningData = (text: string): string =>
  text.replace(verdictSentences.consistent, runningConsistent);

const runningConsistent =
  'データの中に食い違いはありません。ただし、お手元の検証鍵とは照合していません。「検証鍵の届出」にある鍵を --key に指定して、もう一度確かめてください。';

/** What verdicts on running data say, one contract after the other. */
export function runningText(verdicts: readonly RunningVerdict[]): string {
  if (verdicts.length === 0) return 'まだ契約がありません。';
  return verdicts
    .map(({ verdict, refusal }) => {
      const guard = refusal === null ? [] : [sentenceOfRefusal(refusal)];
      return [ofRunningData(verdictText(verdict)), ...guard].join('\n');
    })
    .join('\n\n');
}
