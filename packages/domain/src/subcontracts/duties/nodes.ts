import type { Day } from '@kanribo/kernel';
import type { Case } from '../../engine/case.ts';
import { type Contract, casesOn } from '../../engine/contract.ts';
import type { Look } from '../../engine/standing.ts';
import { isDirect } from '../milestones.ts';

/** How one duty stands at one node. */
export type NodeLook = (contract: Contract, node: Case, day: Day) => Look;

/** Nothing asked of a node. */
export const nothing: Look = { kept: [], waiting: [], broken: [] };

/** Subcontracts on record on a day; what was dropped or is none is left out. */
function* nodesOn(contract: Contract, day: Day): Generator<Case> {
  for (const node of casesOn(contract, 'subcontract', day)) {
    if (node.status !== 'dropped' && node.status !== 'excluded') yield node;
  }
}

/** What several looks found, together. */
export function together(looks: readonly Look[]): Look {
  return {
    kept: looks.flatMap(({ kept }) => kept),
    waiting: looks.flatMap(({ waiting }) => waiting),
    broken: looks.flatMap(({ broken }) => broken),
    remarks: [...new Set(looks.flatMap(({ remarks = [] }) => remarks))],
  };
}

/** How a duty stands at all nodes of the contractor's own level, or at all further down. */
export function lookAtLevel(
  level: 'direct' | 'further',
  look: NodeLook,
): (contract: Contract, day: Day) => Look {
  return (contract, day) =>
    together(
      [...nodesOn(contract, day)]
        .filter((node) => isDirect(node) === (level === 'direct'))
        .map((node) => look(contract, node, day)),
    );
}
