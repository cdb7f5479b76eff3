import { type Command, type FileRow, type LifeOfRow, parseCommand } from '@kanribo/domain';
import { type Result, err, ok } from '@kanribo/kernel';
import type { Problem } from '../http/problem.ts';

interface SentRow {
  readonly row: number;
  readonly steps: readonly object[];
  readonly isTimeStated: boolean;
}

/** The rows of a file as they were sent, as commands; what does not fit is named by its row. */
export function rowsOf(body: {
  readonly declaration: string;
  readonly rows: readonly SentRow[];
}): Result<readonly [FileRow, ...FileRow[]], Problem> {
  const rows: FileRow[] = [];
  for (const [index, { row, steps, isTimeStated }] of body.rows.entries()) {
    const life = lifeOf(body.declaration, steps);
    if (!life.ok) return err({ code: 'malformed', field: `rows.${index}.${life.error}` });
    rows.push({ row, life: life.value, isTimeStated });
  }
  const [first, ...later] = rows;
  return first === undefined ? err({ code: 'malformed', field: 'rows' }) : ok([first, ...later]);
}

function lifeOf(declaration: string, steps: readonly object[]): Result<LifeOfRow, string> {
  const commands: Command[] = [];
  for (const step of steps) {
    const command = parseCommand({ declaration, case: null, ...step });
    if (!command.ok) return err(command.error.key);
    commands.push(command.value);
  }
  const [first, ...later] = commands;
  return first === undefined ? err('steps') : ok([first, ...later]);
}
