import { cite, clauseInJapanese, dutyIds, dutyTitles } from '@kanribo/annex';
import { type Case, type StepTaken, profileOf, textOf, textsOf } from '@kanribo/domain';
import type { TableSection } from '../../section.ts';
import type { PaperInput } from '../paper-input.ts';
import { declarationOf, printed } from '../printed-values.ts';
import type { Reading } from '../reading.ts';

/** The field of a declaration that lists duties, if it has one. */
export function dutiesField(found: Case): string | undefined {
  const fields = Object.entries(declarationOf(found).fields);
  return fields.find(([, { type }]) => type === 'duties')?.[0];
}

/** What was answered to one duty, by the step that said so last. */
interface Answer {
  readonly answer: string;
  readonly ground: string;
}

/**
 * A case that answers duties one by one or several at once, as a table: clause, duty, the latest
 * answer, and what it rests on.
 */
export function dutyAnswersTable(
  { contract, date }: PaperInput,
  reading: Reading,
  { found, heading }: { readonly found: Case; readonly heading: string },
): TableSection {
  const answers = answersOf(reading, found);
  const profile = profileOf(contract, date);
  return {
    kind: 'table',
    heading,
    columns: [
      { head: '条項', share: 18, align: 'left' },
      { head: '内容', share: 46, align: 'left' },
      { head: '確認の結果', share: 20, align: 'left' },
      { head: '根拠・理由', share: 26, align: 'left' },
    ],
    rows: dutyIds.flatMap((duty) => {
      const given = answers.get(duty);
      if (given === undefined) return [];
      const cited = clauseInJapanese(cite(profile, duty));
      return [[cited, dutyTitles[duty], given.answer, given.ground]];
    }),
  };
}

function answersOf(reading: Reading, found: Case): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  const list = dutiesField(found) ?? '';
  for (const taken of found.steps) {
    for (const duty of textsOf(taken.values, list))
      answers.set(duty, answerOf(reading, found, taken));
  }
  return answers;
}

/** Its choice is the answer; evidence and texts of the same step are what it rests on. */
function answerOf(reading: Reading, found: Case, taken: StepTaken): Answer {
  const alone: Case = { ...found, values: taken.values, steps: [taken] };
  const given = Object.entries(declarationOf(found).fields).flatMap(([name, { type }]) => {
    const isGiven = textOf(taken.values, name) !== null || taken.given.includes(name);
    return isGiven ? [{ type, text: printed(reading, alone, name) }] : [];
  });
  const of = (wanted: readonly string[]) =>
    given.filter(({ type }) => wanted.includes(type)).map(({ text }) => text);
  return {
    answer: of(['choice']).join('\n'),
    ground: of(['evidence', 'text', 'token', 'day']).join('\n'),
  };
}
