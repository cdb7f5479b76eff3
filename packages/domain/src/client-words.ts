import { type Day, dayOf, midnightAfter } from '@kanribo/kernel';
import { catalogue } from './catalogue.ts';
import { type Case, caseBefore, caseOn, stepOf, textOf } from './engine/case.ts';
import { type Contract, casesOf } from './engine/contract.ts';
import { approvalCovering, isUnconfirmed } from './engine/covering.ts';
import type { CaseDeclaration } from './engine/declaration.ts';
import { casesEverWith } from './engine/lines.ts';
import { doneResting, restingOnMail, restingOnRecipient } from './movements/questions.ts';

/** One thing we say the client said (委託者の意思表示), for the client to contradict (24.1). */
export interface ClientWord {
  /** As it stood at the end of the day; names and references stand beside its entries. */
  readonly word: Case;
  readonly title: string;
  readonly isApproval: boolean;
  /** Null where the case does not say in which form. */
  readonly form: string | null;
  readonly from: string | null;
  readonly until: string | null;
  /** Whether the client's reference (文書番号) is on record, and the copy of its paper. */
  readonly hasReference: boolean;
  readonly paper: string | null;
  /** Still only somebody's spoken word (口頭・未確認), and the day its paper is due. */
  readonly isUnconfirmed: boolean;
  readonly paperDueOn: string | null;
  /** The entry that records it. */
  readonly proof: number;
  /** Cases that stand on it. */
  readonly usedBy: readonly string[];
}

/**
 * All approvals and other words the client gave by the end of a day, in the catalogue's order: the
 * cases that say which person of the client spoke.
 */
export function clientWords(contract: Contract, day: Day): readonly ClientWord[] {
  const covered = actsByApproval(contract, day);
  return [...catalogue.values()]
    .filter(({ fields }) => Object.hasOwn(fields, 'clientPerson'))
    .flatMap((declaration) =>
      [...casesOf(contract, declaration.name)].flatMap((one) => {
        const word = caseOn(one, day);
        if (word === undefined) return [];
        const named = namedBy(contract, declaration.name, { word: one.id, day });
        const usedBy = new Set([...named, ...(covered.get(one.id) ?? [])]);
        return [told(declaration, word, [...usedBy])];
      }),
    );
}

function told(declaration: CaseDeclaration, word: Case, usedBy: readonly string[]): ClientWord {
  const { values, steps } = word;
  return {
    word,
    title: declaration.title,
    isApproval: declaration.preset === 'approval',
    form: declaration.fields['form']?.type === 'choice' ? textOf(values, 'form') : null,
    from: textOf(values, 'from'),
    until: textOf(values, 'until'),
    hasReference: steps.some(({ given }) => given.includes('clientReference')),
    paper: textOf(values, 'paper'),
    isUnconfirmed: isUnconfirmed(word),
    paperDueOn: textOf(values, 'paperDueOn'),
    proof: steps[0].sequence,
    usedBy,
  };
}

/** Fields of any declaration by which its cases name a word of the client. */
const namingFields: ReadonlyMap<
  string,
  readonly { readonly of: string; readonly field: string }[]
> = Map.groupBy(
  [...catalogue.values()].flatMap(({ name, fields }) =>
    Object.entries(fields).flatMap(([field, declared]) =>
      declared.type === 'case' && !declared.of.includes(name)
        ? declared.of.map((word) => ({ word, of: name, field }))
        : [],
    ),
  ),
  ({ word }) => word,
);

/** The cases that name a word by its id, and did by the end of a day. */
function namedBy(
  contract: Contract,
  declaration: string,
  { word, day }: { readonly word: string; readonly day: Day },
): readonly string[] {
  return (namingFields.get(declaration) ?? []).flatMap(({ of, field }) =>
    [...casesEverWith(contract, of, { field, value: word })]
      .filter((one) => caseOn(one, day)?.values[field] === word)
      .map(({ id }) => id),
  );
}

/** Acts that do not name their approval: it is the first one that covers them. */
const coveredActs = [
  {
    approval: 'take-out-approval',
    act: 'take-out',
    step: 'taken',
    fields: ['things', 'destination'],
    when: 'occurredAt',
  },
  {
    approval: 'outside-manager-approval',
    act: 'manager',
    step: 'appointed',
    fields: ['person'],
    when: 'recordedAt',
  },
  {
    approval: 'worker-audit-answer',
    act: 'audit-officer',
    step: 'appointed',
    fields: ['person'],
    when: 'recordedAt',
  },
] as const;

/** By approval, the acts it covered by the end of a day; those struck out by then it did not. */
function actsByApproval(contract: Contract, day: Day): ReadonlyMap<string, readonly string[]> {
  const acts = new Map<string, string[]>();
  const end = midnightAfter(day);
  const add = (word: Case | undefined, id: string) => {
    if (word === undefined) return;
    const others = acts.get(word.id);
    if (others === undefined) acts.set(word.id, [id]);
    else others.push(id);
  };
  for (const { approval, act, step, fields, when } of coveredActs) {
    for (const known of casesOf(contract, act)) {
      const one = caseBefore(known, end);
      const taken = one && stepOf(one, step);
      if (one === undefined || taken === undefined) continue;
      const about = Object.fromEntries(fields.map((field) => [field, one.values[field] ?? null]));
      const at = { at: taken[when], on: dayOf(taken[when]), about };
      add(approvalCovering(contract, approval, at), one.id);
    }
  }
  for (const resting of [restingOnRecipient, restingOnMail]) {
    for (const { line, ...done } of doneResting(contract, resting)) {
      if (done.at >= end || caseBefore(line, end) === undefined) continue;
      add(approvalCovering(contract, resting.word, done), line.id);
    }
  }
  return acts;
}
