import type { DutyId } from '@kanribo/annex';
import type { Day } from '@kanribo/kernel';
import { hasDeviated } from '../../contract/questions.ts';
import { type Case, stepOf } from '../../engine/case.ts';
import type { Contract } from '../../engine/contract.ts';
import type { CaseDeclaration } from '../../engine/declaration.ts';
import { linesOn } from '../../engine/lines.ts';
import type { Look } from '../../engine/standing.ts';

/** Which lines of a register keep a duty: those that took one of these steps, and how. */
export interface Keeping {
  readonly register: CaseDeclaration;
  readonly duty: DutyId;
  /** The steps that prove it; the latest one taken is the proof. */
  readonly steps: readonly string[];
  readonly counts?: (line: Case, contract: Contract) => boolean;
}

/**
 * The lines of a register that keep a duty by a day. A line that deviated from it proves nothing,
 * also where a person decided that the deviation was no incident.
 */
export function keptLines(contract: Contract, day: Day, keeping: Keeping): Look['kept'] {
  const { register, duty, steps, counts = () => true } = keeping;
  const { open, ended } = linesOn(contract, register, day);
  return [...open, ...ended].flatMap((line) => {
    if (!counts(line, contract) || hasDeviated(contract, { of: line.id, duty }, day)) return [];
    const proof = Math.max(-1, ...steps.map((step) => stepOf(line, step)?.sequence ?? -1));
    return proof < 0 ? [] : [{ case: line.id, proof }];
  });
}
