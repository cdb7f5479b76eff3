import {
  type JsonObject,
  type Moment,
  type Table,
  isJsonObject,
  ok,
  parseMoment,
} from '@kanribo/kernel';
import {
  type Case,
  type StepTaken,
  sourceIn,
  textOf,
  textsOf,
  valuesOf,
  voided,
  withStep,
} from './case.ts';
import { type Contract, type Mention, indexName } from './contract.ts';
import { DomainFault } from './domain-fault.ts';

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
  /** Fields of the declaration whose values find its cases. */
  readonly indexedBy: readonly string[];
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
  if (recorded.declaration.startsWith('log/')) {
    const { sequence, recordedAt } = recorded;
    const logged = { sequence, recordedAt, earlier: contract.logged };
    return { ...contract, ...place, logged };
  }
  const effect = effects.get(recorded.declaration);
  if (effect === undefined) throw fault('entry-unknown', recorded);
  const named = textOf(recorded.facts, 'case');
  if (named === null) throw fault('entry-malformed', recorded);
  const before = cases.get(named);
  // What is kept of many entries holds one text of a case's id, not one an entry.
  const id = before?.id ?? named;
  const taken = stepTaken(contract, recorded, effect, before);
  const after = before === undefined ? opened(id, effect, taken) : withStep(before, taken);
  const change: Change = { id, effect, taken, before };
  // In this order: in a draft each table changes in place, and what comes first reads the others.
  const index = effect.indexedBy.length === 0 ? contract.index : withMentions(contract, change);
  const ended = withEnded(contract, change);
  const struck = withVoided(contract, change);
  const open = withOpen(contract, change);
  return {
    size: place.size,
    recordedAt: place.recordedAt,
    logged: contract.logged,
    cases: cases.set(id, after),
    counts: before === undefined ? counted(contract, effect.declaration) : counts,
    open,
    ended,
    voided: struck,
    index,
  };
}

/** What one entry changes: a case takes a step, its first where it was not there before. */
interface Change {
  readonly id: string;
  readonly effect: StepEffect;
  readonly taken: StepTaken;
  readonly before: Case | undefined;
}

/**
 * The step an entry is. Of a register that is read back each text is a copy of its own, so what
 * entries of one command say alike is kept once.
 */
function stepTaken(
  contract: Contract,
  recorded: Recorded,
  { step, status: led }: StepEffect,
  before: Case | undefined,
): StepTaken {
  const { facts, sequence, actor } = recorded;
  const isAsLast = recorded.recordedAt === contract.recordedAt;
  const recordedAt = isAsLast ? contract.recordedAt : recorded.recordedAt;
  const stated = textOf(facts, 'occurredAt') ?? '';
  const happened = stated === recordedAt ? ok(recordedAt) : parseMoment(stated);
  const values = facts['values'];
  const status = led ?? before?.status;
  if (status === undefined || !happened.ok || !isJsonObject(values)) {
    throw fault('entry-malformed', recorded);
  }
  const given = textsOf(facts, 'given');
  const source = sourceIn(facts);
  return {
    sequence,
    step,
    status,
    occurredAt: happened.value,
    recordedAt,
    actor,
    values,
    given,
    ...(source && { source }),
  };
}

function opened(id: string, effect: StepEffect, taken: StepTaken): Case {
  const { declaration } = effect;
  return { id, declaration, status: taken.status, values: taken.values, steps: [taken] };
}

function counted({ counts }: Contract, declaration: string) {
  return counts.set(declaration, (counts.get(declaration) ?? 0) + 1);
}

function withOpen({ open }: Contract, { id, effect, before }: Change): Contract['open'] {
  if (effect.status === null) return open;
  const ids = open.get(effect.declaration) ?? open.empty<true>();
  const isNew = before === undefined;
  if (effect.isFinal) return isNew ? open : withIds(open, effect, ids.delete(id));
  return isNew || !ids.has(id) ? withIds(open, effect, ids.set(id, true)) : open;
}

/** In a draft the ids are the same table as before, and it is there already. */
function withIds(open: Contract['open'], { declaration }: StepEffect, ids: Table<true>) {
  return open.get(declaration) === ids ? open : open.set(declaration, ids);
}

/** A case comes to its end when a step opens it there, or leads it there from what was open. */
function withEnded(contract: Contract, { id, effect, taken, before }: Change): Contract['ended'] {
  const { ended, open } = contract;
  const { declaration, isFinal } = effect;
  if (!isFinal) return ended;
  if (before !== undefined && open.get(declaration)?.has(id) !== true) return ended;
  const { sequence, recordedAt } = taken;
  const earlier = ended.get(declaration) ?? null;
  return ended.set(declaration, { id, sequence, recordedAt, earlier });
}

function withVoided({ voided: struck }: Contract, { id, effect, taken }: Change) {
  const { declaration, step } = effect;
  if (step !== voided) return struck;
  const { sequence, recordedAt } = taken;
  return struck.set(declaration, {
    id,
    sequence,
    recordedAt,
    earlier: struck.get(declaration) ?? null,
  });
}

/** The first case of a declaration makes the place of each of its indexed fields. */
function withMentions({ index, counts }: Contract, change: Change): Contract['index'] {
  const { id, effect, taken, before } = change;
  const isFirst = before === undefined && !counts.has(effect.declaration);
  let known = index;
  for (const field of effect.indexedBy) {
    if (!isFirst && taken.values[field] === undefined) continue;
    const name = indexName(effect.declaration, field);
    let mentions = known.get(name) ?? known.empty<Mention>();
    for (const value of valuesOf(taken.values, field)) {
      if (before !== undefined && valuesOf(before.values, field).includes(value)) continue;
      mentions = mentions.set(value, { id, earlier: mentions.get(value) ?? null });
    }
    if (known.get(name) !== mentions) known = known.set(name, mentions);
  }
  return known;
}

function fault(code: 'entry-unknown' | 'entry-malformed', { declaration, sequence }: Recorded) {
  return new DomainFault(code, `entry ${sequence} (${declaration}) cannot be folded`);
}
