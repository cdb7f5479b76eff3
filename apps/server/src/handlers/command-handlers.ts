import { routes } from '@kanribo/api';
import { decide, parseCommand, warningSentences } from '@kanribo/domain';
import { type Result, err, ok, parseCommandId } from '@kanribo/kernel';
import { cited } from '@kanribo/office';
import { checkDesignatedFile } from '../contracts/designated-file.ts';
import { lookAt } from '../contracts/looking.ts';
import { namedProblem } from '../contracts/named-problem.ts';
import { handle } from '../http/handle.ts';
import type { Problem } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { needsProof } from '../rights/needs-proof.ts';

/** Recording, and trying without recording. */
export function commandHandlers(parts: Parts) {
  return {
    execute: handle(routes.execute, async ({ member, body, header, held }) => {
      const ordered = orderOf(body, header);
      if (!ordered.ok) return ordered;
      const { id, command } = ordered.value;
      if (needsProof(command.declaration, held.session, parts.clock.now())) {
        return err({ code: 'reauthentication-needed' });
      }
      const checked = await checkDesignatedFile(parts, member, command);
      if (!checked.ok) return checked;
      const caller = { id, actor: member.person, command };
      const done = await parts.instance.execute(member.contract, caller);
      if (!done.ok) return err(await namedProblem(parts, member, done.error));
      const warnings = done.value.warnings.map((code) => warningSentences[code]);
      return ok({ body: { ...done.value, warnings } });
    }),
    tryOut: handle(routes.tryOut, async ({ member, body }) => {
      const command = parseCommand(body);
      if (!command.ok) return err({ code: 'malformed', field: command.error.key });
      const subjects = command.value.case === null ? [] : [command.value.case];
      const seen = await lookAt(parts, member, { at: 'try', subjects });
      if (!seen.ok) return seen;
      const { contract, now } = seen.value;
      const decided = decide(contract, command.value, { actor: member.person, now });
      const answer = cited(contract, decided, now);
      if (!answer.ok) return err(await namedProblem(parts, member, answer.error));
      return ok({
        body: { warnings: answer.value.warnings.map((code) => warningSentences[code]) },
      });
    }),
  };
}

/** A command and its id; one for a case says as of which entry the case was shown. */
function orderOf(body: unknown, header: (name: string) => string | undefined) {
  const id = parseCommandId(header('idempotency-key') ?? '');
  if (!id.ok) return malformed('Idempotency-Key');
  const command = parseCommand(body);
  if (!command.ok) return malformed(command.error.key);
  const version = versionIn(header('if-match'));
  if (command.value.case !== null && version === undefined) return malformed('If-Match');
  const versioned = version === undefined ? command.value : { ...command.value, version };
  return ok({ id: id.value, command: versioned });
}

const malformed = (field: string): Result<never, Problem> => err({ code: 'malformed', field });

/** `"12"`, as `ETag` gave it. */
function versionIn(tag: string | undefined): number | undefined {
  const digits = /^"(\d{1,15})"$/u.exec(tag ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
