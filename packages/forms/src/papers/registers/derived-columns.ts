import type { CaseDeclaration, Field } from '@kanribo/domain';
import { declarationOf, printed } from '../printed-values.ts';
import type { Reading } from '../reading.ts';
import { type RegisterColumn, type RegisterColumns, entries, marks, number } from './columns.ts';
import { type RegisterLine, outcomeOf, timeOf } from './lines.ts';

/** How wide a field's column is, relative to others. */
const shares = {
  text: 14,
  token: 9,
  choice: 9,
  flag: 9,
  count: 6,
  day: 9,
  moment: 10,
  evidence: 7,
  trackingNumber: 13,
  digest: 14,
  case: 10,
  cases: 14,
  duties: 18,
} as const satisfies Record<Field['type'], number>;

/**
 * The columns of a register that nobody listed: when it was entered, every field some step asks
 * for, how it stands, what must not be overlooked. What may be left out, and what there is no room
 * for beside the first of them, stands in 摘要.
 */
export function derivedColumns(declaration: CaseDeclaration): RegisterColumns {
  const { steps, final } = declaration;
  const opening = Object.entries(steps).find(([, step]) => step.from.includes('new'));
  const ends = Object.entries(steps).flatMap(([name, { to = name }]) =>
    final.includes(to) && name !== opening?.[0] ? [name] : [],
  );
  const asked = withRoom(
    declaration,
    Object.entries(steps).flatMap(([name, { required }]) => (isUndoing(name) ? [] : required)),
  );
  const columns: readonly RegisterColumn[] = [
    number,
    { head: '日時', share: 10, text: (_reading, { out }) => timeOf(out) },
    ...[...asked].map((field) => ({ field, share: shareOf(declaration, field) })),
    ...(ends.length === 0 ? [] : endColumns),
    { ...marks, text: (reading, line) => restOf(reading, line, asked) },
    entries,
  ];
  return { out: opening?.[0] ?? '', ends, due: dueOf(declaration), columns, isFitted: true };
}

/** In all shares of fields: with more, a column is hardly a letter wide. */
const mostShares = 130;

/** The first of the fields that there is room for. */
function withRoom(declaration: CaseDeclaration, fields: readonly string[]): ReadonlySet<string> {
  const chosen = new Set<string>();
  let taken = 0;
  for (const field of new Set(fields)) {
    taken += shareOf(declaration, field);
    if (taken > mostShares) return chosen;
    chosen.add(field);
  }
  return chosen;
}

/** Marks, then every field that may be left out and was not, each on a line with its label. */
function restOf(reading: Reading, line: RegisterLine, asked: ReadonlySet<string>): string {
  const { found } = line;
  const { fields } = declarationOf(found);
  const rest = Object.entries(fields).filter(([name]) => !asked.has(name));
  const lines = rest.map(([name, { label }]) => {
    const text = printed(reading, found, name);
    return text === '' || name === 'remarks' ? text : `${label}：${text}`;
  });
  return [...line.marks, ...lines].filter(Boolean).join('\n');
}

const endColumns: readonly RegisterColumn[] = [
  { head: '状態', share: 9, text: (_reading, line) => outcomeOf(line) },
  { head: '終了日時', share: 10, text: (_reading, { end }) => timeOf(end) },
];

/** Steps that take a line back ask for a reason few lines have: it stands in 摘要. */
const isUndoing = (step: string): boolean =>
  ['withdrawn', 'cancelled', 'contradicted', 'replaced', 'dropped', 'voided'].includes(step);

/** A field for long texts needs twice the width, or its lines are a few characters each. */
function shareOf({ fields }: CaseDeclaration, name: string): number {
  const field = fields[name];
  if (field?.type === 'text' && field.maxLength >= longText) return 2 * shares.text;
  return shares[field?.type ?? 'text'];
}

const longText = 400;

/** By convention the day something is expected by is the field `dueOn` or `plannedReturnOn`. */
const dueOf = ({ fields }: CaseDeclaration): string =>
  ['dueOn', 'plannedReturnOn', 'expectedOn'].find((name) => name in fields) ?? '';
