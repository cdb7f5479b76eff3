import { caseOf, idsInRefusal, titleOfId } from '@kanribo/domain';
import type { Member } from '../http/handle.ts';
import type { Problem } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { readBeside } from './beside-entries.ts';
import { lookAt } from './looking.ts';
import { type ContractRefusal, problemOf } from './refused.ts';

/** What the caller is told, with the names of the people, things and cases it is about. */
export async function namedProblem(
  parts: Parts,
  member: Member,
  refusal: ContractRefusal,
): Promise<Problem> {
  const [problem] = await namedProblems(parts, member, [refusal]);
  return problem ?? problemOf(refusal);
}

/** What the caller is told of several refusals; names are read in one go. */
export async function namedProblems(
  parts: Parts,
  member: Member,
  refusals: readonly ContractRefusal[],
): Promise<readonly Problem[]> {
  const ids = [...new Set(refusals.flatMap(idsIn))];
  if (ids.length === 0) return refusals.map((refusal) => problemOf(refusal));
  const seen = await lookAt(parts, member, { at: 'roles', subjects: [] });
  if (!seen.ok) return refusals.map((refusal) => problemOf(refusal));
  const { contract } = seen.value;
  const known = ids.filter((id) => caseOf(contract, id) !== undefined);
  const beside = await readBeside(parts, member, { contract, cases: [], ids: known });
  return refusals.map((refusal) =>
    problemOf(refusal, (id) =>
      caseOf(contract, id) === undefined ? titleOfId(id) : beside.nameOf(id),
    ),
  );
}

function idsIn(refusal: ContractRefusal): readonly string[] {
  return 'wayOut' in refusal ? idsInRefusal(refusal) : [];
}
