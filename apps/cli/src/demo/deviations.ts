import { type Answer, deviationSentences, textOf, weightOf } from '@kanribo/domain';

/** What was accepted although it was against a clause, among the entries of a deed; a line each. */
export function deviationLines(answer: Answer, first: number, entries: number): readonly string[] {
  if (answer.kind !== 'register') return [];
  return answer.cases
    .filter(({ steps: [{ sequence }] }) => sequence >= first && sequence < first + entries)
    .map(({ id, values }) => {
      const code = textOf(values, 'code') ?? '';
      const found = Object.entries(deviationSentences).find(([known]) => known === code);
      const said = found?.[1] ?? code;
      return weightOf(code) === 'house'
        ? `   ▲ 当社の定めと違う記録として目印：${said}（${id}）`
        : `   ▲ ${weightOf(code) === 'sign' ? '兆候' : '逸脱'}として記録：${said}（${id}。事故等かどうかの判断を待ちます）`;
    });
}
