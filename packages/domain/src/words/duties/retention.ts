import type { Day } from '@kanribo/kernel';
import { promptlyAfter } from '../../contract/questions.ts';
import { type Case, textOf } from '../../engine/case.ts';
import type { Contract } from '../../engine/contract.ts';
import { linesOn } from '../../engine/lines.ts';
import type { Duty, Waiting } from '../../engine/standing.ts';
import { papersAwaited } from '../../presets/papers-awaited.ts';
import { endedStatuses } from '../../things/questions.ts';
import { keptUntil, retentionOf, retentionOn } from '../questions.ts';
import { retentionInstruction } from '../said/retention-instruction.ts';

/**
 * Kept as long as the client instructs (保存期間), clause 22.1. A kind of thing without an
 * instruction is asked about: it is due, never overdue, and never means "keep for ever".
 */
export const retentionDuty: Duty = {
  id: 'retention',
  look: (contract, day) => {
    const retention = retentionOn(contract, day);
    const unasked = new Map<string, Waiting>();
    const kept = new Map<string, { readonly case: string; readonly proof: number }>();
    const ending: Waiting[] = [];
    for (const thing of linesOn(contract, { name: 'thing', final: endedStatuses }, day).open) {
      const kind = textOf(thing.values, 'kind') ?? '';
      if (kind === 'key') continue;
      const instruction = retentionOf(retention, thing);
      if (instruction === undefined) {
        if (!unasked.has(kind)) unasked.set(kind, asked(thing, day));
        continue;
      }
      kept.set(instruction.id, { case: instruction.id, proof: instruction.steps[0].sequence });
      ending.push(...endingSoon(contract, { instruction, thing }, day));
    }
    return {
      kept: [...kept.values()],
      waiting: [
        ...unasked.values(),
        ...ending,
        ...papersAwaited(contract, retentionInstruction, day),
      ],
      broken: [],
      remarks: unasked.size > 0 ? ['retention-not-instructed'] : [],
    };
  },
};

const asked = (thing: Case, day: Day): Waiting => ({
  case: thing.id,
  dueOn: day,
  house: true,
  proof: thing.steps[0].sequence,
});

/** A thing whose last day has come, or comes within the days agreed for "promptly". */
function endingSoon(
  contract: Contract,
  { instruction, thing }: { readonly instruction: Case; readonly thing: Case },
  day: Day,
): readonly Waiting[] {
  const dueOn = keptUntil(contract, instruction, thing);
  if (dueOn === null || dueOn > promptlyAfter(contract, day)) return [];
  return [{ case: thing.id, dueOn, proof: thing.steps[0].sequence }];
}
