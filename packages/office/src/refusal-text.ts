import type { EvidenceMissing, ReadOnly } from '@kanribo/application';
import { clause, clauseInJapanese, dutyTitles } from '@kanribo/annex';
import { type Refusal, type ToldRefusal, tellRefusal as tellOfDomain } from '@kanribo/domain';
import { formatEraWithYear } from '@kanribo/kernel';
import type { ChangedMeanwhile } from './contract-domain.ts';
import type { AuditRefusal } from './look.ts';
import { sentenceOfRefusal } from './signing-refusals.ts';

/** Everything a command can be refused with. */
export type AnyRefusal = Refusal | ChangedMeanwhile | ReadOnly | EvidenceMissing | AuditRefusal;

/** Says what an id stands for. */
type NameOf = (id: string) => string;

/** What follows a refusal's sentence: its duty and clause, and the lawful ways out. */
export interface Citing {
  readonly nameOf?: NameOf;
  /** The clause of the contract's annex for a duty. */
  readonly clauseOf?: (duty: string) => string;
}

/** What a refusal says, without its duty and clause. */
export function tellRefusal(refusal: AnyRefusal, nameOf?: NameOf): ToldRefusal {
  if (refusal.code === 'read-only') return plain(sentenceOfRefusal(refusal.reason));
  if (refusal.code === 'evidence-missing') return plain('証拠がまだ保管されていません。');
  if (refusal.code === 'changed-meanwhile') {
    return plain('開いている間に、ほかの人がこの記録を更新しました。');
  }
  if ('until' in refusal) return tellAudit(refusal);
  return tellOfDomain(refusal, nameOf);
}

function tellAudit({ code, until }: AuditRefusal): ToldRefusal {
  if (code === 'audit-looks-only') {
    return plain(
      '外部の監査人は、記録を見ることだけができ、記録、証拠や書面の取得、書き出しはできません。必要な書面は、受託者の総括責任者に求めてください。',
    );
  }
  return {
    sentence: `監査の期間（${formatEraWithYear(until)}まで）は終わりました。`,
    wayOut: [
      '続けて見るには、受託者の総括責任者かシステム管理者に、期間の延長を依頼してください。',
    ],
  };
}

const plain = (sentence: string): ToldRefusal => ({ sentence, wayOut: [] });

/** A refusal in Japanese: why, by which duty and clause, and what makes it possible. */
export function refusalText(refusal: AnyRefusal, citing: Citing = {}): string {
  const { sentence, wayOut } = tellRefusal(refusal, citing.nameOf);
  const ground = 'house' in refusal ? groundOf(refusal, citing) : '';
  return [
    sentence,
    ...(ground === '' ? [] : [`  根拠：${ground}`]),
    ...wayOut.map((way) => `  → ${way}`),
  ].join('\n');
}

function groundOf({ duty, house }: Refusal, { clauseOf }: Citing): string {
  if (duty === null) return '';
  const cited = clauseOf === undefined ? '' : clauseInJapanese(clause(clauseOf(duty)));
  const title = dutyTitles[duty];
  return house ? `社内の取決め（${cited}「${title}」を支えるもの）` : `${cited}「${title}」`;
}
