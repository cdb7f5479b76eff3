import { cite, clauseInJapanese } from '@kanribo/annex';
import { type RemarkCode, type Standing, profileOf, remarkSentences } from '@kanribo/domain';
import { formatEraShort } from '@kanribo/kernel';
import type { PaperInput } from './paper-input.ts';

/** Says of the due days on a paper that the annex does not set each of them. */
export const dueDaysNote =
  '期限には、特記事項が日を定めていないため、委託者と合意した日を含みます。当社で定めた日には「当社の定め」と示します。';

/** The due day of a standing for a narrow column, with whose day it is where it is ours. */
export function dueText({ dueOn, isDueByHouse }: Standing): string {
  if (dueOn === null) return '';
  return isDueByHouse ? `${formatEraShort(dueOn)}\n当社の定め` : formatEraShort(dueOn);
}

/** What a reader must know beside the standings: each remark once, under the clauses it is about. */
export function remarkLines(
  { contract, date }: Pick<PaperInput, 'contract' | 'date'>,
  standings: readonly Standing[],
): readonly string[] {
  const profile = profileOf(contract, date);
  const clauses = new Map<RemarkCode, readonly string[]>();
  for (const { duty, remarks } of standings) {
    const cited = clauseInJapanese(cite(profile, duty));
    for (const code of remarks) clauses.set(code, [...(clauses.get(code) ?? []), cited]);
  }
  return [...clauses].map(([code, cited]) => `${cited.join('、')}：${remarkSentences[code]}`);
}
