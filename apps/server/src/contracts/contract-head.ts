import { ApplicationFault } from '@kanribo/application';
import { type Contract, basics } from '@kanribo/domain';
import type { ContractId } from '@kanribo/kernel';
import type { Member } from '../http/handle.ts';
import type { Parts } from '../parts.ts';
import { readBeside } from './beside-entries.ts';
import { lookAt } from './looking.ts';
import { rolesShown } from './roles.ts';

/** A contract in the list of those somebody has a part in. */
interface ContractHead {
  readonly id: ContractId;
  readonly title: string;
  readonly roles: readonly string[];
}

/** Title and one's roles; undefined where one has none today, or there is no such contract. */
export async function contractHead(
  parts: Parts,
  member: Member,
): Promise<ContractHead | undefined> {
  try {
    const seen = await lookAt(parts, member, { at: 'contract', subjects: [] });
    if (!seen.ok) return pastAudit(member);
    const { title } = await partiesOf(parts, member, seen.value.contract);
    return { id: member.contract, title, roles: rolesShown(member, seen.value) };
  } catch (fault) {
    if (fault instanceof ApplicationFault && fault.code === 'unknown-contract') return undefined;
    throw fault;
  }
}

/** Whoever audited a contract still finds it, and is told there that the time is over. */
function pastAudit({ contract: id, audit }: Member): ContractHead | undefined {
  return audit === undefined ? undefined : { id, title: '', roles: ['external-auditor'] };
}

/** What the contract and its parties are called; empty before it was set up. */
export async function partiesOf(parts: Parts, member: Member, contract: Contract) {
  const found = basics(contract);
  // What the contract and its parties are called is no name of a person: auditors see it too.
  const { audit: _, ...reader } = member;
  const said: Record<string, string> = {};
  if (found !== undefined) {
    const beside = await readBeside(parts, reader, { contract, cases: [found], ids: [] });
    for (const taken of found.steps) Object.assign(said, beside.of(taken).known);
  }
  const { title = '', client = '', contractor = '' } = said;
  return { title, client, contractor };
}
