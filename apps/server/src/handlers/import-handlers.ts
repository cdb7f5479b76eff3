import { routes } from '@kanribo/api';
import { type Command, type Decision, parseCommand, warningSentences } from '@kanribo/domain';
import { type Result, err, ok, parseCommandId } from '@kanribo/kernel';
import { cited, tryMany } from '@kanribo/office';
import { lookAt } from '../contracts/looking.ts';
import { namedProblem, namedProblems } from '../contracts/named-problem.ts';
import { handle } from '../http/handle.ts';
import type { Problem } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { needsProof } from '../rights/needs-proof.ts';

/** Bringing in an existing register: looked over first, then recorded all or none. */
export function importHandlers(parts: Parts) {
  return {
    previewImport: handle(routes.previewImport, async ({ member, body }) => {
      const rows = rowsOf(body);
      if (!rows.ok) return rows;
      const look = { at: 'try-import', subjects: [body.declaration] } as const;
      const seen = await lookAt(parts, member, look);
      if (!seen.ok) return seen;
      const { contract, now } = seen.value;
      const answers = tryMany(contract, rows.value, { actor: member.person, now });
      const refusals = answers.flatMap((answer) => {
        const told = cited(contract, answer);
        return told.ok ? [] : [told.error];
      });
      const problems = [...(await namedProblems(parts, member, refusals))];
      const shown = answers.map((answer) =>
        answer.ok ? acceptedRow(answer.value) : refusedRow(problems.shift()),
      );
      return ok({ body: { rows: shown } });
    }),
    importRows: handle(routes.importRows, async ({ member, body, header, held }) => {
      const id = parseCommandId(header('idempotency-key') ?? '');
      if (!id.ok) return err({ code: 'malformed', field: 'Idempotency-Key' });
      const rows = rowsOf(body);
      if (!rows.ok) return rows;
      if (needsProof(body.declaration, held.session, parts.clock.now())) {
        return err({ code: 'reauthentication-needed' });
      }
      const { declaration, step } = body;
      const command = { declaration, step, rows: rows.value };
      const caller = { id: id.value, actor: member.person, command };
      const done = await parts.instance.execute(member.contract, caller);
      if (!done.ok) return err(await namedProblem(parts, member, done.error));
      const warnings = done.value.warnings.map((code) => warningSentences[code]);
      return ok({ body: { ...done.value, warnings } });
    }),
  };
}

interface Rows {
  readonly declaration: string;
  readonly step: string;
  readonly rows: readonly object[];
}

function rowsOf({ declaration, step, rows }: Rows): Result<readonly Command[], Problem> {
  const commands: Command[] = [];
  for (const [index, row] of rows.entries()) {
    const command = parseCommand({ declaration, step, case: null, ...row });
    if (!command.ok) return err({ code: 'malformed', field: `rows.${index}.${command.error.key}` });
    commands.push(command.value);
  }
  return ok(commands);
}

function acceptedRow(decision: Decision) {
  const warnings = decision.warnings.map((code) => warningSentences[code]);
  return { isAccepted: true, message: null, detail: null, clause: null, wayOut: [], warnings };
}

function refusedRow(problem: Problem | undefined) {
  const { message = null, detail = null, clause = null, wayOut = [] } = problem ?? {};
  return { isAccepted: false, message, detail, clause, wayOut, warnings: [] };
}
