import type { DutyId } from '@kanribo/annex';
import { isYes } from '../engine/case.ts';
import type { Attempt, Step } from '../engine/declaration.ts';
import { type Fields, evidence, flag } from '../engine/field.ts';
import { type Refusal, forbidden, wayOut } from '../engine/refusal.ts';

/** Statements another filing may have to make to stand for ours, by the name of their field. */
const statements = {
  includesThisFiling: flag('特定個人情報に関する特記事項に基づく届出を含む旨の明記がある'),
  namesHandlers: flag('事務取扱担当者が明確になっている'),
} as const satisfies Fields;

/** A statement a substitute may need. */
type Statement = keyof typeof statements;

/** By which other filing a filing may be replaced (届出の代替), clauses 9.2, 10.2, 11.2 and 23.2. */
export interface Substitute {
  /** The duty whose filing the substitute stands for. */
  readonly duty: DutyId;
  /** The other filing, as it is called: 従事者の届出. */
  readonly title: string;
  /** The statements the clause asks for, in a case. */
  readonly needed: (attempt: Attempt) => readonly Statement[];
}

/** Fields of a filing that another one may stand for. */
export function substituteFields({ title }: Substitute): Fields {
  return { otherFiling: evidence(`代わりとする${title}の写し`), ...statements };
}

/** The way of preparing a filing by another one, refused without the statements it needs. */
export function substituteStep(
  substitute: Substitute,
  step: Pick<Step, 'from' | 'by' | 'required' | 'optional' | 'fill' | 'forbid'>,
): Step {
  return {
    ...step,
    title: `${substitute.title}による代替`,
    nature: 'act',
    required: ['otherFiling', ...step.required],
    optional: [...Object.keys(statements), ...step.optional],
    forbid: (attempt) => unstated(substitute, attempt) ?? step.forbid?.(attempt) ?? null,
  };
}

function unstated({ duty, needed }: Substitute, attempt: Attempt): Refusal | null {
  const missing = needed(attempt)
    .filter((name) => !isYes(attempt.changes, name))
    .map((name) => statements[name].label);
  if (missing.length === 0) return null;
  return forbidden('substitute-without-statements', {
    duty,
    parameters: { statements: missing.join('、') },
    wayOut: [wayOut('state-in-substitute'), wayOut('file-own-paper')],
  });
}
