import { routes } from '@kanribo/api';
import {
  type Decision,
  type Refusal,
  countOfCases,
  deviationSentences,
  textOf,
  tryMany,
  warningSentences,
} from '@kanribo/domain';
import { type JsonObject, err, isJsonObject, ok, parseCommandId } from '@kanribo/kernel';
import { cited } from '@kanribo/office';
import { readBeside } from '../contracts/beside-entries.ts';
import { rowsOf } from '../contracts/file-rows.ts';
import { lookAt } from '../contracts/looking.ts';
import { namedProblem, namedProblems } from '../contracts/named-problem.ts';
import { repeatedRows, struckImports } from '../contracts/repeated-rows.ts';
import { resting } from '../contracts/resting.ts';
import { type Member, handle } from '../http/handle.ts';
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
      const answers = await tried(tryMany(contract, rows.value, { actor: member.person, now }));
      const refusals = answers.flatMap((answer) => {
        const told = cited(contract, answer, now);
        return told.ok ? [] : [told.error];
      });
      const [first] = refusals;
      if (first?.code === 'role-missing') return err(await namedProblem(parts, member, first));
      const problems = [...(await namedProblems(parts, member, refusals))];
      const told = { contract, declaration: body.declaration, rows: rows.value };
      const repeats = await shownRepeats(parts, member, told);
      const shown = answers.map((answer, index) => ({
        ...(answer.ok ? acceptedRow(answer.value) : refusedRow(answer.error, problems.shift())),
        repeats: repeats.get(index) ?? null,
      }));
      const file = { register: body.declaration, digest: body.file.digest };
      return ok({ body: { rows: shown, struck: struckImports(contract, file) } });
    }),
    importRows: handle(routes.importRows, async ({ member, body, header, held }) => {
      const id = parseCommandId(header('idempotency-key') ?? '');
      if (!id.ok) return err({ code: 'malformed', field: 'Idempotency-Key' });
      const rows = rowsOf(body);
      if (!rows.ok) return rows;
      if (needsProof(body.declaration, held.session, parts.clock.now())) {
        return err({ code: 'reauthentication-needed' });
      }
      const look = { at: 'try-import', subjects: [body.declaration] } as const;
      const seen = await lookAt(parts, member, look);
      if (!seen.ok) return seen;
      const told = {
        contract: seen.value.contract,
        declaration: body.declaration,
        rows: rows.value,
      };
      const found = await repeatedRows(parts, member, told);
      const repeats = found.filter(({ index }) => body.rows[index]?.isTakenKnowingly !== true);
      const { contract, ...brought } = told;
      const known = { repeats, seen: countOfCases(contract, body.declaration) };
      const command = { ...brought, file: body.file, ...known };
      const caller = { id: id.value, actor: member.person, command };
      const done = await parts.instance.execute(member.contract, caller);
      if (!done.ok) return err(await namedProblem(parts, member, done.error));
      const warnings = done.value.warnings.map((code) => warningSentences[code]);
      return ok({ body: { ...done.value, warnings } });
    }),
  };
}

/** The repeats among rows by their place, with what their lines are called. */
async function shownRepeats(
  parts: Parts,
  member: Member,
  told: Parameters<typeof repeatedRows>[2],
) {
  const repeats = await repeatedRows(parts, member, told);
  const lines = [...new Set(repeats.flatMap(({ line }) => line ?? []))];
  const beside = await readBeside(parts, member, {
    contract: told.contract,
    cases: [],
    ids: lines,
  });
  const shown = repeats.map(({ index, line, earlier }) => {
    const row = earlier === null ? null : (told.rows[earlier]?.row ?? null);
    return [index, { case: line, name: line === null ? null : beside.nameOf(line), row }] as const;
  });
  return new Map(shown);
}

type Answered = ReturnType<typeof tryMany> extends Generator<infer Answer> ? Answer : never;

/** All answers; who may not take the first row's step may take none. */
async function tried(answers: Iterable<Answered>): Promise<readonly Answered[]> {
  const all: Answered[] = [];
  for await (const answer of resting(answers)) {
    all.push(answer);
    if (!answer.ok && answer.error.code === 'role-missing' && all.length === 1) return all;
  }
  return all;
}

function acceptedRow({ warnings, events }: Decision) {
  const sentences = warnings.map((code) => warningSentences[code]);
  const deviations = events.flatMap(deviationOpened);
  const nothing = { step: null, field: null, message: null, detail: null, clause: null };
  return { isAccepted: true, ...nothing, wayOut: [], warnings: sentences, deviations };
}

const deviationNames: ReadonlyMap<string, string> = new Map(Object.entries(deviationSentences));

/** What an event opens as a deviation, in Japanese. */
function deviationOpened({ declaration, facts }: Decision['events'][number]): readonly string[] {
  if (!declaration.startsWith('deviation/opened@')) return [];
  const code = textOf(valuesIn(facts), 'code') ?? '';
  return [deviationNames.get(code) ?? code];
}

function valuesIn(facts: JsonObject): JsonObject {
  const { values } = facts;
  return isJsonObject(values) ? values : {};
}

function refusedRow(
  { step, parameters }: { readonly step: number; readonly parameters: Refusal['parameters'] },
  problem: Problem | undefined,
) {
  const { message = null, detail = null, clause = null, wayOut = [] } = problem ?? {};
  const { field } = parameters;
  const place = { step, field: typeof field === 'string' ? field : null };
  return {
    isAccepted: false,
    ...place,
    message,
    detail,
    clause,
    wayOut,
    warnings: [],
    deviations: [],
  };
}
