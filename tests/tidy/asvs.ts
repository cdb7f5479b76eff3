import type { SourceFile } from './source-tree.ts';
import { rulesOf } from './spec-ids.ts';

/** The level of each requirement of OWASP ASVS 5.0.0 (May 2025), section by section, in order. */
const levels: Readonly<Record<string, string>> = {
  'V1.1': '22',
  'V1.2': '1111122223',
  'V1.3': '112222222223',
  'V1.4': '222',
  'V1.5': '123',
  'V2.1': '122',
  'V2.2': '112',
  'V2.3': '12223',
  'V2.4': '23',
  'V3.1': '3',
  'V3.2': '113',
  'V3.3': '12223',
  'V3.4': '11222233',
  'V3.5': '11122333',
  'V3.6': '3',
  'V3.7': '22333',
  'V4.1': '12233',
  'V4.2': '23333',
  'V4.3': '22',
  'V4.4': '1222',
  'V5.1': '2',
  'V5.2': '112333',
  'V5.3': '113',
  'V5.4': '222',
  'V6.1': '122',
  'V6.2': '111111112222',
  'V6.3': '11223333',
  'V6.4': '112233',
  'V6.5': '22222333',
  'V6.6': '2223',
  'V6.7': '33',
  'V6.8': '2222',
  'V7.1': '222',
  'V7.2': '1111',
  'V7.3': '22',
  'V7.4': '11222',
  'V7.5': '223',
  'V7.6': '22',
  'V8.1': '1233',
  'V8.2': '1123',
  'V8.3': '133',
  'V8.4': '23',
  'V9.1': '111',
  'V9.2': '1222',
  'V10.1': '22',
  'V10.2': '223',
  'V10.3': '22223',
  'V10.4': '1111122222233333',
  'V10.5': '22222',
  'V10.6': '22',
  'V10.7': '222',
  'V11.1': '2233',
  'V11.2': '22233',
  'V11.3': '11233',
  'V11.4': '1222',
  'V11.5': '23',
  'V11.6': '23',
  'V11.7': '33',
  'V12.1': '12233',
  'V12.2': '11',
  'V12.3': '22223',
  'V13.1': '2333',
  'V13.2': '222223',
  'V13.3': '2233',
  'V13.4': '1222233',
  'V14.1': '22',
  'V14.2': '12223333',
  'V14.3': '122',
  'V15.1': '12233',
  'V15.2': '12233',
  'V15.3': '1222222',
  'V15.4': '3333',
  'V16.1': '2',
  'V16.2': '22222',
  'V16.3': '2222',
  'V16.4': '222',
  'V16.5': '2223',
  'V17.1': '23',
  'V17.2': '22223333',
  'V17.3': '22',
};

/** Chapters in which level 3 is held too: what the product is for asks for it. */
const deepest = new Set(['V6', 'V7', 'V8', 'V11', 'V14', 'V16']);

/** The numbers of all requirements, with their levels. */
export const requirements: ReadonlyMap<string, number> = new Map(
  Object.entries(levels).flatMap(([section, each]) =>
    Array.from(each, (level, index) => [`${section}.${index + 1}`, Number(level)] as const),
  ),
);

/** The numbers the checklist has to answer. */
export function requiredNumbers(): readonly string[] {
  return [...requirements]
    .filter(([id, level]) => level < 3 || deepest.has(id.split('.', 1)[0] ?? ''))
    .map(([id]) => id);
}

/** How a requirement is answered. */
export interface AsvsRow {
  readonly numbers: readonly string[];
  readonly answer: string;
  readonly how: string;
}

/** The rows of the checklist: number or numbers, our words, the answer, how and by which rule. */
export function rowsOf(checklist: string): readonly AsvsRow[] {
  return checklist
    .split('\n')
    .filter((line) => /^\|\s*V\d/.test(line))
    .map((line) => {
      const [, numbers = '', , answer = '', how = ''] = line.split('|').map((cell) => cell.trim());
      return { numbers: numbers.match(/V\d+\.\d+\.\d+/g) ?? [], answer, how };
    });
}

const answers: ReadonlySet<string> = new Set(['met', 'not applicable', 'open']);

/** What does not hold of the checklist, said one by one. */
export function asvsBreaches(
  rows: readonly AsvsRow[],
  { specifications, ...known }: Known,
): readonly string[] {
  const rules = new Set(specifications.flatMap(rulesOf).map(({ id }) => id));
  const given = rows.flatMap(({ numbers }) => numbers);
  const once = new Set(given);
  return [
    ...requiredNumbers().filter((id) => !once.has(id)),
    ...given.filter((id, index) => given.indexOf(id) !== index || !requirements.has(id)),
    ...rows.flatMap((row) => rowBreaches(row, { ...known, rules })),
  ];
}

interface Known {
  readonly specifications: readonly SourceFile[];
  readonly paths: ReadonlySet<string>;
  /** Titles of the sections of the checklist. */
  readonly sections: ReadonlySet<string>;
}

function rowBreaches(
  { numbers: [first = 'a row'], answer, how }: AsvsRow,
  {
    rules,
    paths,
    sections,
  }: Omit<Known, 'specifications'> & { readonly rules: ReadonlySet<string> },
): readonly string[] {
  // Algorithms look like rules.
  const cited = how.match(/\b(?!SHA|AES)[A-Z]{3}-\d+\b/g) ?? [];
  const named = [...how.matchAll(/"([^"]+)" below/g)].map(([, section = '']) => section);
  const files = [...how.matchAll(/`([\w./-]+\/[\w./-]+)`/g)].map(([, path = '']) => path);
  const isProven = answer !== 'met' || cited.length + files.length + named.length > 0;
  return [
    ...(answers.has(answer) ? [] : [`${first}: «${answer}» is no answer`]),
    ...(how === '' ? [`${first}: nothing is said`] : []),
    ...(isProven ? [] : [`${first}: met by nothing that is named`]),
    ...cited.filter((id) => !rules.has(id)).map((id) => `${first}: there is no rule ${id}`),
    ...files.filter((path) => !paths.has(path)).map((path) => `${first}: there is no ${path}`),
    ...named.filter((name) => !sections.has(name)).map((name) => `${first}: there is no ${name}`),
  ];
}

/** How many requirements have each answer, as the checklist's head says it. */
export function countsOf(rows: readonly AsvsRow[]): string {
  const count = (answer: string) =>
    rows
      .filter((row) => row.answer === answer)
      .reduce((sum, { numbers }) => sum + numbers.length, 0);
  const total = rows.reduce((sum, { numbers }) => sum + numbers.length, 0);
  return `${total} requirements: ${count('met')} met, ${count('not applicable')} not applicable, ${count('open')} open`;
}
