import { type JsonObject, dayOf } from '@kanribo/kernel';
import { type Case, type StepTaken, textOf, voided } from './case.ts';
import type { Attempt, CaseDeclaration, DeviationFound, Step } from './declaration.ts';
import { casesWith } from './lines.ts';

/**
 * The correction (訂正) every declaration has: the values it names are given again with a reason.
 * What stood before stays in the register. A correction that shows that what happened was against
 * a duty opens the deviation; one that shows that it never was leaves what is open to the person
 * who decides it.
 */
export function correctionOf(declaration: CaseDeclaration): Step {
  const { forbid, also } = declaration.correction ?? {};
  return {
    title: '訂正',
    from: statusesOf(declaration),
    nature: 'fact',
    by: ['set-up', 'chief-officer', 'manager', 'handler'],
    required: ['correctionReason'],
    optional: declaration.correctable,
    deviations: (attempt) => shownBy(declaration, attempt),
    ...(forbid && { forbid }),
    ...(also && { also }),
  };
}

/** Every status a case can have but that of one struck out. */
function statusesOf({ steps }: CaseDeclaration): readonly string[] {
  const statuses = Object.entries(steps).map(([name, { to }]) => to ?? name);
  return [...new Set(statuses)].filter((status) => status !== voided);
}

/** A step of a case as it stands in its history: what a correction put in another value's place. */
export interface Correction {
  readonly sequence: number;
  /** Facts it replaced, by field; null where the case had none. Particulars stand beside entries. */
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** The particulars it gave again. */
  readonly given: readonly string[];
}

/** The corrections of a case, oldest first, each with the facts it replaced. */
export function correctionsOf({ steps }: Case): readonly Correction[] {
  return steps.flatMap((taken, index) => {
    if (taken.step !== 'corrected') return [];
    const stood = foldedValues(steps.slice(0, index));
    const before = Object.fromEntries(
      Object.keys(taken.values).map((name) => [name, stood[name] ?? null]),
    );
    return [{ sequence: taken.sequence, before, after: taken.values, given: taken.given }];
  });
}

/** What the values as corrected were against, and the values as they stood were not. */
function shownBy(declaration: CaseDeclaration, attempt: Attempt): readonly DeviationFound[] {
  const { before, contract } = attempt;
  if (before === undefined) return [];
  const corrected = before.steps.filter(({ step }) => step === 'corrected');
  const earlier = foldedValues(corrected);
  const now = { ...earlier, ...factsIn(attempt, declaration.correctable) };
  const known = new Set(foundWith(declaration, attempt, earlier).map(nameOf));
  for (const { values } of casesWith(contract, 'deviation', { field: 'of', value: before.id })) {
    known.add(`${textOf(values, 'code')} ${textOf(values, 'duty')}`);
  }
  const shown = new Map<string, DeviationFound>();
  for (const found of foundWith(declaration, attempt, now)) {
    if (!known.has(nameOf(found))) shown.set(nameOf(found), found);
  }
  return [...shown.values()];
}

const nameOf = ({ code, duty }: DeviationFound) => `${code} ${duty}`;

/** The deviations of every step the case has taken, had it been entered with these values. */
function foundWith(
  { steps }: CaseDeclaration,
  attempt: Attempt,
  corrected: JsonObject,
): readonly DeviationFound[] {
  const taken = attempt.before?.steps ?? [];
  return taken.flatMap(({ step }, index) => {
    const rule = Object.hasOwn(steps, step) ? steps[step]?.deviations : undefined;
    return rule?.(asTaken(attempt, index, corrected)) ?? [];
  });
}

/** The step of the case at an index as an attempt: its own times, the values as corrected. */
function asTaken(attempt: Attempt, index: number, corrected: JsonObject): Attempt {
  const { before } = attempt;
  const taken = before?.steps[index];
  if (before === undefined || taken === undefined) return attempt;
  const [first, ...later] = before.steps.slice(0, index);
  const stood: Case | undefined = first && {
    ...before,
    status: (later.at(-1) ?? first).status,
    values: { ...foldedValues([first, ...later]), ...corrected },
    steps: [first, ...later],
  };
  return {
    ...attempt,
    actor: taken.actor,
    occurredAt: taken.occurredAt,
    occurredOn: dayOf(taken.occurredAt),
    now: taken.recordedAt,
    today: dayOf(taken.recordedAt),
    before: stood,
    values: { ...stood?.values, ...taken.values, ...corrected },
    changes: taken.values,
    given: taken.given,
  };
}

function foldedValues(steps: readonly StepTaken[]): JsonObject {
  return steps.reduce<JsonObject>((folded, { values }) => ({ ...folded, ...values }), {});
}

function factsIn({ changes, values }: Attempt, names: readonly string[]): JsonObject {
  const given = names.filter((name) => name in changes && name in values);
  return Object.fromEntries(given.map((name) => [name, values[name] ?? null]));
}
