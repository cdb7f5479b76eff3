import type { FindingCode, FindingOf } from './findings.ts';
import type { LogName } from './log-name.ts';
import type { VerdictStatus } from './verdict.ts';

/** What a verdict means, for the person who asked for it. */
export const verdictSentences = {
  sound: 'すべて署名されたとおりです。お手元の検証鍵で確かめました。',
  consistent:
    '控えの中に食い違いはありません。ただし、お手元の検証鍵とは照合していません。「検証鍵の届出」にある鍵を指定して、もう一度確かめてください。',
  broken: '署名されたとおりでないところがあります。次の各項を、控えの作成者に確かめてください。',
} as const satisfies Record<VerdictStatus, string>;

/** What a finding means, in plain Japanese: what it is, where it is, and what to do. */
export function sentenceOf<Code extends FindingCode>(finding: FindingOf<Code>): string {
  const sentence: (finding: FindingOf<Code>) => string = sentences[finding.code];
  return sentence(finding);
}

/** What the logs are called. */
export const logTitles = {
  register: '台帳の記録',
  access: '閲覧の記録',
  instance: '装置の記録',
} as const satisfies Record<LogName, string>;

interface OfLog {
  readonly log: LogName;
}

const titleOf = ({ log }: OfLog): string => logTitles[log];

const entryOf = (place: OfLog & { readonly sequence: number }): string =>
  `${titleOf(place)}の番号${place.sequence}`;

const lineOf = ({ file, line }: { readonly file: string; readonly line: number }): string =>
  `${file} の${line}行目`;

/** A name that anybody may have given: it is not to look like a line of the verdict. */
const shown = (name: string): string => name.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped);

const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index).toString(16).padStart(4, '0');
    return `\\u${unit}`;
  }).join('');

const rangeOf = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  to - from === 1 ? `番号${from}` : `番号${from}から${to - 1}まで`;

const remake = '控えを作り直すよう、作成者に求めてください。';
const explain = '作成者に説明を求めてください。';
const unusable = 'この控えは証拠に使わず、作成者に説明を求めてください。';
const checkInput = 'お手元の写しと見比べて、もう一度入力してください。';

type Sentences = { readonly [Code in FindingCode]: (finding: FindingOf<Code>) => string };

const sentences: Sentences = {
  'manifest-missing': ({ file }) => `控えの目録 ${file} がありません。${remake}`,
  'manifest-malformed': ({ file }) => `控えの目録 ${file} を読めません。${remake}`,
  'file-missing': ({ file }) => `${file} がありません。${remake}`,
  'file-unnamed': ({ file }) =>
    `${shown(file)} は、この控えのどこにも属しません。何の証明にもならないので、取り除いてください。`,
  'file-repeated': ({ file }) => `${shown(file)} が二つ以上あります。${remake}`,
  'file-too-long': ({ file }) => `${file} は大きすぎるため、読んでいません。${remake}`,
  'files-too-many': ({ count }) =>
    `ファイルが${count}個を超えるため、残りは調べていません。${remake}`,

  'key-malformed': (place) => `${lineOf(place)}の検証鍵を読めません。${remake}`,
  'key-of-other-log': (place) =>
    `${lineOf(place)}は、${titleOf(place)}の検証鍵ではありません。${remake}`,
  'key-not-shared': (place) =>
    `${titleOf(place)}が、台帳の記録と違う鍵で署名されています。${unusable}`,
  'given-key-malformed': () => `指定された検証鍵を読めません。${checkInput}`,
  'given-key-of-other-log': ({ origin }) =>
    `指定された検証鍵は、別の記録（${origin}）のものです。この契約の「検証鍵の届出」にある鍵を指定してください。`,
  'given-key-differs': (place) =>
    `${titleOf(place)}の検証鍵が、お手元の鍵（${place.origin}）と違います。${unusable}`,
  'given-key-later': (place) =>
    `${titleOf(place)}は、お手元の鍵（${place.origin}）の届出より前に作られています。新しい控えを作成者に求めてください。`,
  'given-key-earlier': (place) =>
    `お手元の鍵（${place.origin}）は、${titleOf(place)}が再開される前のものです。鍵そのものは同じです。再開の理由を確かめてください。`,

  'checkpoint-malformed': (place) =>
    `${titleOf(place)}の署名付きの要約 ${place.file} を読めません。${remake}`,
  'checkpoint-of-other-log': (place) =>
    `${place.file} は、${titleOf(place)}（${place.origin}）の要約ではありません。${remake}`,
  'checkpoint-differs': (place) =>
    `${titleOf(place)}の件数か要約値が、目録と ${place.file} とで違います。${remake}`,
  'checkpoint-absent': (place) =>
    `${titleOf(place)}には、まだ署名がありません。署名を確かめるには、控えを書き出してください。`,
  'signature-invalid': (place) => `${place.file} の署名が正しくありません。${unusable}`,
  'signature-unknown': (place) =>
    `${place.file} に、${titleOf(place)}の鍵による署名がありません。${unusable}`,

  'entry-malformed': (place) => `${lineOf(place)}は、記録の形になっていません。${explain}`,
  'entry-misnumbered': (place) =>
    `${lineOf(place)}は番号${place.sequence}のはずですが、番号${place.stated}と書かれています。${explain}`,
  'entry-changed': (place) =>
    `${entryOf(place)}（${lineOf(place)}）が書き換えられています。${unusable}`,
  'entries-removed': (place) => `${titleOf(place)}の${rangeOf(place)}が抜かれています。${unusable}`,
  'entry-moved': (place) =>
    `${entryOf(place)}が、元の位置から${lineOf(place)}に移されています。${unusable}`,
  'entry-added': (place) => `${lineOf(place)}は、あとから足されたものです。${unusable}`,
  'tail-cut': (place) =>
    `${titleOf(place)}の末尾（${rangeOf(place)}）が切り取られています。${unusable}`,
  'tail-added': (place) =>
    `${lineOf(place)}から後は、署名された範囲の外に足されたものです。${unusable}`,
  'head-differs': (place) =>
    `${titleOf(place)}${place.size}件が、署名された要約と合いません。どの記録かは特定できません。${unusable}`,
  'line-unfinished': (place) => `${lineOf(place)}が途中で終わっています。${remake}`,
  'tile-differs': ({ file }) => `照合用の ${file} が、記録の内容と合いません。${remake}`,
  'clock-back': (place) =>
    `${entryOf(place)}の記録日時（${place.recordedAt}）が、直前の記録（${place.before}）より前です。${explain}`,
  'command-broken': (place) =>
    `${entryOf(place)}は、同じ操作のほかの記録と続き番号がつながりません。${explain}`,
  'facts-malformed': (place) =>
    `${entryOf(place)}（${place.declaration}）の内容が、決められた形ではありません。${explain}`,

  'particulars-malformed': (place) => `${lineOf(place)}の氏名等の記載を読めません。${remake}`,
  'particulars-differ': (place) =>
    `${entryOf(place)}の氏名等の記載（${lineOf(place)}）が書き換えられています。${unusable}`,
  'particulars-unnamed': (place) =>
    `${lineOf(place)}の氏名等の記載は、${entryOf(place)}のものではありません。使わずに、${explain}`,
  'particulars-missing': (place) =>
    `${entryOf(place)}の氏名等の記載がありません。消去したという記録もありません。${explain}`,
  'particulars-erased': (place) =>
    `${entryOf(place)}の氏名等の記載は、番号${place.by}の記録のとおり消去されています。`,
  'particulars-kept': (place) =>
    `${entryOf(place)}の氏名等の記載は、番号${place.by}で消去したと記録されていますが、残っています。消去するよう、作成者に求めてください。`,
  'erasure-pointless': (place) =>
    `${entryOf(place)}は番号${place.of}の氏名等の記載を消去したとしていますが、消去するものはありませんでした。${explain}`,

  'evidence-missing': (place) =>
    `${entryOf(place)}が挙げる証拠 ${place.file} がありません。${remake}`,
  'evidence-differs': ({ file }) =>
    `証拠 ${file} の中身が、記録されたものと違います。この証拠は使わず、${explain}`,
  'evidence-unnamed': ({ file }) =>
    `${file} を挙げる記録はありません。証拠として扱わず、取り除いてください。`,

  'declared-loss': (place) =>
    `${titleOf(place)}は番号${place.sequence}で再開されています。それまでに署名された${place.signedSize}件のうち、${place.restoredSize}件より後は失われたと届け出られています（理由 ${place.reason}、担当 ${place.person}）。事情を確かめてください。`,
  'resumption-differs': (place) =>
    `${entryOf(place)}の再開の届出が、それまでの記録と合いません。${unusable}`,
  'resumptions-miscounted': (place) =>
    `${titleOf(place)}の名前（${place.origin}）にある再開の回数が、再開の届出の数（${place.found}）と違います。${unusable}`,

  'since-malformed': () => `指定された以前の要約を読めません。${checkInput}`,
  'since-of-other-log': ({ origin }) =>
    `指定された以前の要約（${origin}）の記録は、この控えにありません。その記録を含む控えを求めてください。`,
  'since-unsigned': ({ origin }) =>
    `指定された以前の要約（${origin}）に、この控えの鍵による署名がありません。要約の出どころを確かめてください。`,
  'since-forked': (place) =>
    `${titleOf(place)}は、お手元の${place.size}件目までの要約のあとで作り替えられています。${unusable}`,
  'since-ahead': (place) =>
    `${titleOf(place)}は${place.head}件までしかなく、お手元の${place.size}件目までの要約に届きません。新しい控えを作成者に求めてください。`,
  'since-lost': (place) =>
    `お手元の${place.size}件目までの要約は、${entryOf(place)}で失われたと届け出られた範囲にあります。事情を確かめてください。`,
  'since-not-compared': (place) =>
    `お手元の${place.size}件目までの要約とは、照合できませんでした。${titleOf(place)}を全部含む控えで確かめてください。`,
  'anchor-forked': (place) =>
    `${titleOf(place)}の${place.size}件目までが、番号${place.sequence}で書き留められた要約と違います。${unusable}`,
  'anchor-ahead': (place) =>
    `${titleOf(place)}は${place.head}件までしかなく、番号${place.sequence}で書き留められた${place.size}件に足りません。${unusable}`,
  'anchor-lost': (place) =>
    `番号${place.sequence}で書き留められた${titleOf(place)}の${place.size}件目までの要約は、失われたと届け出られた範囲にあります。事情を確かめてください。`,
  'log-not-shared': (place) =>
    `${titleOf(place)}は、この控えに含まれていません（番号${place.sequence}の時点で${place.size}件）。必要なら作成者に求めてください。`,
};
