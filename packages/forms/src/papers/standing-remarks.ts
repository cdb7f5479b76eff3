import { cite, clauseInJapanese } from '@kanribo/annex';
import {
  type Contract,
  type RemarkCode,
  type Standing,
  profileOf,
  remarkSentences,
} from '@kanribo/domain';

/** Says of every due day on a paper that the annex does not set each of them. */
export const dueDaysNote =
  '期限には、特記事項が日を定めていないため、委託者と合意した日または社内で定めた日を含みます。';

/** What a reader must know beside the standings: each remark once, under the clauses it is about. */
export function remarkLines(contract: Contract, standings: readonly Standing[]): readonly string[] {
  const profile = profileOf(contract);
  const clauses = new Map<RemarkCode, readonly string[]>();
  for (const { duty, remarks } of standings) {
    const cited = clauseInJapanese(cite(profile, duty));
    for (const code of remarks) clauses.set(code, [...(clauses.get(code) ?? []), cited]);
  }
  return [...clauses].map(([code, cited]) => `${cited.join('、')}：${remarkSentences[code]}`);
}
