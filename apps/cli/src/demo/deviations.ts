import { type Answer, deviationSentences, textOf } from '@kanribo/domain';

/** What was accepted although it was against a clause, among the entries of a deed; a line each. */
export function deviationLines(answer: Answer, first: number, entries: number): readonly string[] {
  if (answer.kind !== 'register') return [];
  return answer.cases
    .filter(({ steps: [{ sequence }] }) => sequence >= first && sequence < first + entries)
    .map(({ id, values }) => {
      const code = textOf(values, 'code') ?? '';
      const found = Object.entries(deviationSentences).find(([known]) => known === code);
      return `   ▲ 逸脱として記録：${found?.[1] ?? code}（${id}。事故等かどうかの判断を待ちます）`;
    });
}
