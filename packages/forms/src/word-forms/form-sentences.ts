import type { FormFit } from './fill-form.ts';
import type { WordFormProblem } from './form-problem.ts';

/** Why a file is not taken as a form and what to do, in Japanese; the part it is about is named. */
export function formProblemSentence(problem: WordFormProblem): string {
  const named = 'part' in problem ? `（ファイルの中の「${problem.part}」）` : '';
  return `${sentences[problem.code]}${named}`;
}

const sentences = {
  'form-too-large': '様式のファイルが大きすぎます（5 MB まで）。',
  'form-unreadable': '様式を読めません。Word の文書（.docx）を指定してください。',
  'form-has-macros':
    '様式にマクロか埋め込まれたファイルがあります。それらのない文書（.docx）を指定してください。',
  'form-reaches-out': '様式に、開くときに外部から取り込む部分があります。取り除いてください。',
  'form-part-unknown':
    '様式に、文字・表・画像でないものが入っています。取り除いて、Word の文書（.docx）で保存し直してください。',
  'form-tags-broken': '様式の項目（{…}）が閉じていないか、閉じ方が合っていません。',
} as const satisfies Record<WordFormProblem['code'], string>;

/** Why a form cannot be filled with a filing and what may stand in it instead, in Japanese. */
export function formUnfittingSentence({ unknown, unused }: FormFit): string {
  const usable = unused.length === 0 ? '' : `\nこの届出で使える項目：${unused.join('、')}`;
  return `様式の次の項目に入れるものがこの届出にありません：${unknown.join('、')}。様式の項目名を直してください。${usable}`;
}
