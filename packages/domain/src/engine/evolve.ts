import { type JsonObject, type Moment, isJsonObject, parseMoment } from '@kanribo/kernel';
import { DomainFault } from './domain-fault.ts';
import { type Case, type StepTaken, textOf, textsOf, withStep } from './case.ts';
import type { Contract } from './contract.ts';
import { emptyTable } from '@kanribo/kernel';

/** An entry of the register as the fold reads it: never its particulars. */
export interface Recorded {
  readonly sequence: number;
  readonly recordedAt: Moment;
  readonly actor: string;
  /** `<case>/<step>@<version>`, or one of the log's own `log/…`. */
  readonly declaration: string;
  readonly facts: JsonObject;
}

/** Where a step leads, by the entry's declaration: `take-out/returned@1` → its status. */
export interface StepEffect {
  readonly declaration: string;
  readonly step: string;
  /** The status after it; null where it leaves the status as it is (a correction). */
  readonly status: string | null;
  /** Whether nothing more is expected of the case in that status. */
  readonly isFinal: boolean;
}

/** The effect of every step that was ever accepted, by the declaration its entries name. */
export type StepEffects = ReadonlyMap<string, StepEffect>;

/**
 * The contract after one more entry of its register.
 * @throws {DomainFault} `entry-unknown` for a declaration no release ever wrote, `entry-malformed`.
 */
export function evolve(effects: StepEffects, contract: Contract, recorded: Recorded): Contract {
  const { cases, counts } = contract;
  const place = { size: recorded.sequence + 1, recordedAt: recorded.recordedAt };
  if (recorded.declaration.startsWith('log/')) return { ...contract, ...place };
  const effect = effects.get(recorded.declaration);
  if (effect === undefined) throw fault('entry-unknown', recorded);
  const id = textOf(recorded.facts, 'case');
  if (id === null) throw fault('entry-malformed', recorded);
  const before = cases.get(id);
  const taken = stepTaken(recorded, effect.step, effect.status ?? before?.status);
  const after = before === undefined ? opened(id, effect, taken) : withStep(before, taken);
  return {
    size: place.size,
    recordedAt: place.recordedAt,
    cases: cases.set(id, after),
    counts: before === undefined ? counted(contract, effect.declaration) : counts,
    open: withOpen(contract, effect, id, before === undefined),
  };
}

function stepTaken(recorded: Recorded, step: string, status: string | undefined): StepTaken {
  const { facts, sequence, recordedAt, actor } = recorded;
  const happened = parseMoment(textOf(facts, 'occurredAt') ?? '');
  const values = facts['values'];
  if (status === undefined || !happened.ok || !isJsonObject(values)) {
    throw fault('entry-malformed', recorded);
  }
  const given = textsOf(facts, 'given');
  return { sequence, step, status, occurredAt: happened.value, recordedAt, actor, values, given };
}

function opened(id: string, effect: StepEffect, taken: StepTaken): Case {
  const { declaration } = effect;
  return { id, declaration, status: taken.status, values: taken.values, steps: [taken] };
}

function counted({ counts }: Contract, declaration: string) {
  return counts.set(declaration, (counts.get(declaration) ?? 0) + 1);
}

function withOpen({ open }: Contract, effect: StepEffect, id: string, isNew: boolean) {
  if (effect.status === null) return open;
  const ids = open.get(effect.declaration) ?? emptyTable<true>();
  if (effect.isFinal) return isNew ? open : open.set(effect.declaration, ids.delete(id));
  return isNew || !ids.has(id) ? open.set(effect.declaration, ids.set(id, true)) : open;
}

function fault(code: 'entry-unknown' | 'entry-malformed', { declaration, sequence }: Recorded) {
  return new DomainFault(code, `entry ${sequence} (${declaration}) cannot be folded`);
}
