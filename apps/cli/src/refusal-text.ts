import type { EvidenceMissing, ReadOnly } from '@kanribo/application';
import { clause, clauseInJapanese, dutyTitles } from '@kanribo/annex';
import { type Refusal, refusalSentences, wayOutSentences } from '@kanribo/domain';
import { sentenceOfRefusal } from './signing-refusals.ts';

/** Everything a command can be refused with. */
export type AnyRefusal = Refusal | ReadOnly | EvidenceMissing;

/** Says what an id stands for; ids nobody knows a name of are said as they are. */
type NameOf = (id: string) => string;

/** What follows a refusal's sentence: its duty and clause, and the lawful ways out. */
export interface Citing {
  readonly nameOf?: NameOf;
  /** The clause of the contract's annex for a duty. */
  readonly clauseOf?: (duty: string) => string;
}

type Sentence = (
  parameters: Refusal['parameters'],
  say: (value: string | number | undefined) => string,
) => string;

/** A refusal in Japanese: why, by which duty and clause, and what makes it possible. */
export function refusalText(refusal: AnyRefusal, citing: Citing = {}): string {
  if (refusal.code === 'read-only') return sentenceOfRefusal(refusal.reason);
  if (refusal.code === 'evidence-missing') return '証拠がまだ保管されていません。';
  const { nameOf = (id) => id } = citing;
  const say = (value: string | number | undefined) => nameOf(String(value ?? ''));
  const sentence: Sentence = refusalSentences[refusal.code];
  const lines = [sentence(refusal.parameters, say)];
  const ground = groundOf(refusal, citing);
  if (ground !== '') lines.push(`  根拠：${ground}`);
  for (const { code, parameters } of refusal.wayOut) {
    const wayOut: Sentence = wayOutSentences[code];
    lines.push(`  → ${wayOut(parameters, say)}`);
  }
  return lines.join('\n');
}

function groundOf({ duty, house }: Refusal, { clauseOf }: Citing): string {
  if (duty === null) return '';
  const cited = clauseOf === undefined ? '' : clauseInJapanese(clause(clauseOf(duty)));
  const title = dutyTitles[duty];
  return house ? `社内の取決め（${cited}「${title}」を支えるもの）` : `${cited}「${title}」`;
}
