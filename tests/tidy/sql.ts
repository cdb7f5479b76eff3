import type { SourceFile } from './source-tree.ts';

/** Statements that are about no single contract, and why. */
export const notOfOneContract: Readonly<Record<string, string>> = {
  'check-role.sql': 'asks for the rights of the role',
  'check-settings.sql': 'asks for the settings of the database',
  'create-schema.sql': 'makes the schema',
  'end-lost-session.sql': 'ends a session of this process',
  'ensure-role.sql': 'makes the role',
  'enter-role.sql': 'takes on the role',
  'erase-particulars.sql': 'calls the function of the erasure, which is bound inside',
  'has-schema.sql': 'asks whether the schema is there',
  'holds-anything.sql': 'asks whether the database is empty, before it is filled as a whole',
  'list-logs.sql': 'lists the heads of all logs, for backup, verification and start',
  'list-migrations.sql': 'reads what was applied to the schema',
  'lock-filling.sql': 'locks the database while it is filled as a whole',
  'lock-migrations.sql': 'locks the schema while it is changed',
  'other-sessions.sql': 'counts the sessions of the database',
  'record-migration.sql': 'records what was applied to the schema',
};

/** Tables that belong to the instance and to no contract, and what stands in them. */
const instanceTables: Readonly<Record<string, string>> = {
  account_counter: 'failed attempts and refusals, by account and by address',
  account_secret: 'secrets of accounts, who may act in several contracts',
  account_session: 'sessions of accounts',
};

const anyTable = /\bkanribo\.(\w+)/g;
const fromTable = /\b(?:FROM|JOIN|UPDATE|USING)\s+kanribo\.\w+/g;
const binding = /\bcontract_id = \$1(?![0-9])/g;
const insertion = /\bINSERT INTO kanribo\./g;
const boundInsertion =
  /\bINSERT INTO kanribo\.\w+ \(contract_id\b[^)]*\)\s*(?:SELECT|VALUES \()\s*\$1(?![0-9])/g;

const occurrences = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** Whether a text is about tables of the instance, and about no other. */
function isOfInstance(text: string): boolean {
  const tables = [...text.matchAll(anyTable)].map(([, name]) => name ?? '');
  return tables.length > 0 && tables.every((name) => instanceTables[name] !== undefined);
}

/** Whether every table a text reads or writes is bound to the one contract in `$1`. */
function isBound(text: string): boolean {
  if (isOfInstance(text)) return true;
  const bindings = occurrences(text, binding);
  return (
    bindings > 0 &&
    bindings >= occurrences(text, fromTable) &&
    occurrences(text, boundInsertion) === occurrences(text, insertion)
  );
}

/** SQL texts not bound to one contract, but for those excepted; and exceptions without need. */
export function unboundSql(
  files: readonly SourceFile[],
  exceptions: Readonly<Record<string, string>>,
): readonly string[] {
  const named = files.map((file) => ({ ...file, name: file.path.split('/').at(-1) ?? '' }));
  const unbound = named
    .filter(({ name, text }) => exceptions[name] === undefined && !isBound(text))
    .map(({ path }) => `${path}: no contract_id = $1 for every table`);
  const needless = Object.keys(exceptions)
    .filter((name) => !named.some((file) => file.name === name && !isBound(file.text)))
    .map((name) => `${name}: is excepted without need`);
  return [...unbound, ...needless];
}

const createdTable = /\bCREATE TABLE (kanribo\.\w+) \(([\s\S]*?)^\)/gm;

/** Tables of migrations whose primary key does not begin with `contract_id`. */
export function tablesWithoutContract(migrations: readonly SourceFile[]): readonly string[] {
  return migrations.flatMap(({ path, text }) =>
    [...text.matchAll(createdTable)]
      .filter(([, name]) => instanceTables[name?.replace('kanribo.', '') ?? ''] === undefined)
      .filter(([, , columns]) => !/\bPRIMARY KEY \(contract_id\b/.test(columns ?? ''))
      .map(([, table]) => `${path}: the key of ${table ?? ''} does not begin with contract_id`),
  );
}

const sqlInCode = /\b(?:SELECT|INSERT|UPDATE|DELETE|COPY)\b[^\n]*\bkanribo\.\w/;

/** Source files that hold the text of a statement on a table, which belongs into a `.sql` file. */
export function sqlOutsideFiles(files: readonly SourceFile[]): readonly string[] {
  return files.filter(({ text }) => sqlInCode.test(text)).map(({ path }) => path);
}
