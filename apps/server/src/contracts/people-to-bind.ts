import { ApplicationFault, type FullSession } from '@kanribo/application';
import { casesOf } from '@kanribo/domain';
import { type Result, err, ok, parseContractId } from '@kanribo/kernel';
import type { Member } from '../http/handle.ts';
import type { Problem } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { isManagedBy } from '../sign-in/account-rights.ts';
import { readBeside } from './beside-entries.ts';
import { partiesOf } from './contract-head.ts';
import { lookAt } from './looking.ts';

interface PeopleToBind {
  readonly mayLetAudit: boolean;
  /** What the contract is called; empty before it was set up. */
  readonly title: string;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly affiliation: string;
  }[];
}

const administrator = { as: 'administrator' } as const;

/**
 * The people of a contract whose accounts somebody sees to, by name: an administrator everybody
 * who has not left, and nothing else of the contract but what it is called; whoever has no part in
 * it finds none.
 */
export async function peopleToBind(
  parts: Parts,
  { account, isAdministrator, bindings }: FullSession,
  asked: string,
): Promise<Result<PeopleToBind, Problem>> {
  const id = parseContractId(asked);
  const bound = bindings.find(({ contract }) => contract === asked);
  if (!id.ok || !(isAdministrator || bound !== undefined)) return err({ code: 'not-found' });
  const member = isAdministrator ? { contract: id.value, person: account } : bound;
  return member === undefined
    ? err({ code: 'not-found' })
    : peopleOf(parts, member, isAdministrator).catch(nothingThere);
}

async function peopleOf(
  parts: Parts,
  member: Member,
  isAdministrator: boolean,
): Promise<Result<PeopleToBind, Problem>> {
  const by = isAdministrator ? { by: administrator } : {};
  const seen = await lookAt(parts, member, { at: 'people', subjects: [], ...by });
  if (!seen.ok) return seen;
  const { contract, roles } = seen.value;
  const cases = [...casesOf(contract, 'person')].filter(({ id, status }) =>
    isAdministrator ? status !== 'left' : isManagedBy(seen.value, id),
  );
  const beside = await readBeside(parts, member, { contract, cases, ids: [] });
  const people = cases.map(({ id, steps }) => {
    const said: Record<string, string> = {};
    for (const taken of steps) Object.assign(said, beside.of(taken).known);
    return { id, name: said['name'] ?? id, affiliation: said['affiliation'] ?? '' };
  });
  const { title } = await partiesOf(parts, member, contract);
  return ok({ title, mayLetAudit: isAdministrator || roles.has('chief-officer'), people });
}

function nothingThere(fault: unknown): Result<never, Problem> {
  if (fault instanceof ApplicationFault && fault.code === 'unknown-contract') {
    return err({ code: 'not-found' });
  }
  throw fault;
}
