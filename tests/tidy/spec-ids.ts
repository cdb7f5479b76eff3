import { type Expression, type Node, Visitor, parseSync } from 'oxc-parser';
import type { SourceFile } from './source-tree.ts';

/** A rule of a specification: its id and the file it stands in. */
export interface Rule {
  readonly id: string;
  readonly path: string;
}

/** A test and the title it goes by; null where the title is not written out. */
export interface TitledTest {
  readonly path: string;
  readonly title: string | null;
}

const ruleLine = /^- \*\*([A-Z]{3}-[A-Za-z0-9-]+)\*\*/gm;
const titleStart = /^((?:[A-Z]{3}-[A-Za-z0-9-]+(?:, )?)+): ./;

/** The rules of a specification: lines that begin with `- **ABC-1**`. */
export function rulesOf({ path, text }: SourceFile): readonly Rule[] {
  return [...text.matchAll(ruleLine)].flatMap(([, id]) => (id === undefined ? [] : [{ id, path }]));
}

/** The rules a title quotes before its colon: `LED-3: …` or `LED-3, LED-4: …`. */
function quotedBy(title: string): readonly string[] {
  return titleStart.exec(title)?.[1]?.split(', ') ?? [];
}

/**
 * Every test of a file: `test(…)` and `it(…)`, also by `.each(…)(…)` and `.skipIf(…)(…)`, and by a
 * name that was given to such a function: `const testOfPages = test.skipIf(…)`.
 */
export function testsOf({ path, text }: SourceFile): readonly TitledTest[] {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path} cannot be parsed: ${error.message}`);
  const found: TitledTest[] = [];
  const names = new Set(['test', 'it']);
  const visitor = new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'Identifier' && init !== null && isTestFunction(init, names)) {
        names.add(id.name);
      }
    },
    CallExpression: ({ callee, arguments: [title] }) => {
      if (!isTestFunction(callee, names)) return;
      found.push({ path, title: title === undefined ? null : literalOf(title) });
    },
  });
  visitor.visit(program);
  return found;
}

/** Calls that give a test function rather than being a test. */
const makers = new Set(['each', 'for', 'skipIf', 'runIf', 'extend']);

function isTestFunction(callee: Expression, names: ReadonlySet<string>): boolean {
  if (callee.type === 'Identifier') return names.has(callee.name);
  if (callee.type === 'CallExpression') return isMember(callee.callee, names, true);
  return isMember(callee, names, false);
}

function isMember(callee: Expression, names: ReadonlySet<string>, isMaker: boolean): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return false;
  const { object, property } = callee;
  if (property.type !== 'Identifier' || makers.has(property.name) !== isMaker) return false;
  return isTestFunction(object, names);
}

function literalOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  return node.quasis.map(({ value }) => value.cooked ?? '').join('…');
}

/** What does not agree between the rules and the tests, said one by one. */
export function ruleBreaches(
  rules: readonly Rule[],
  tests: readonly TitledTest[],
): readonly string[] {
  const known = new Map<string, string>();
  const twice: string[] = [];
  for (const { id, path } of rules) {
    if (known.has(id)) twice.push(`${path}: ${id} is given twice`);
    known.set(id, path);
  }
  const quoted = new Set(tests.flatMap(({ title }) => (title === null ? [] : quotedBy(title))));
  const unquoted = [...known].filter(([id]) => !quoted.has(id));
  return [
    ...twice,
    ...unquoted.map(([id, path]) => `${path}: no test quotes ${id}`),
    ...tests.flatMap((test) => titleBreaches(test, known)),
  ];
}

function titleBreaches(
  { path, title }: TitledTest,
  known: ReadonlyMap<string, string>,
): readonly string[] {
  if (title === null) return [`${path}: a test has a title that is not written out`];
  const ids = quotedBy(title);
  if (ids.length === 0) return [`${path}: «${title}» does not begin with the id of a rule`];
  return ids
    .filter((id) => !known.has(id))
    .map((id) => `${path}: «${title}» quotes ${id}, which no specification has`);
}
