import { type Contract, type Recorded, contractRules, versionAt } from '@kanribo/domain';
import {
  type Day,
  type Moment,
  type Sequence,
  dayOf,
  emptySequence,
  midnightAfter,
} from '@kanribo/kernel';

/** How many entries a contract had at the end of a day on which something was recorded. */
interface KnownOn {
  readonly day: Day;
  readonly size: number;
}

/** A contract with what its versions as known on former days are made of. */
export interface KeptContract {
  readonly contract: Contract;
  /** The day of the last entry and the midnight that ends it; null before the first. */
  readonly today: { readonly day: Day; readonly end: Moment } | null;
  /** What was known at the end of each former day, oldest first. */
  readonly days: Sequence<KnownOn>;
}

/** Nothing known yet. */
export function emptyKept(): KeptContract {
  return { contract: contractRules.empty(), today: null, days: emptySequence() };
}

/** What is known after one more entry of the register. */
export function evolveKept(kept: KeptContract, recorded: Recorded): KeptContract {
  const { contract, today, days } = kept;
  const after = contractRules.evolve(contract, recorded);
  if (today !== null && recorded.recordedAt < today.end) return { contract: after, today, days };
  const day = dayOf(recorded.recordedAt);
  return {
    contract: after,
    today: { day, end: midnightAfter(day) },
    days: today === null ? days : days.append({ day: today.day, size: recorded.sequence }),
  };
}

/** A copy that {@link evolveKept} changes in place until it is sealed, for a long fold. */
export function draftOfKept(kept: KeptContract): {
  readonly state: KeptContract;
  readonly seal: () => void;
} {
  const { state, seal } = contractRules.draft(kept.contract);
  return { state: { ...kept, contract: state }, seal };
}

/** The contract as it was known at the end of a day. */
export function knownOn({ contract, today, days }: KeptContract, asked: Day): Contract {
  if (today !== null && today.day <= asked) return contract;
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((days.at(middle)?.day ?? asked) <= asked) low = middle + 1;
    else high = middle;
  }
  const found = low === 0 ? undefined : days.at(low - 1);
  return found === undefined ? contractRules.empty() : versionOf(contract, found);
}

/** Whoever moves along the days asks for the same few again and again. */
const versionsKept = 4;

/**
 * Versions made of late, the latest last. They are found by the object that says how far a day
 * came: only contracts that share all entries up to there have the same one.
 */
const versions = new Map<KnownOn, Contract>();

function versionOf(contract: Contract, known: KnownOn): Contract {
  const version = versions.get(known) ?? versionAt(contract, known.size);
  versions.delete(known);
  versions.set(known, version);
  const [oldest] = versions.keys();
  if (oldest !== undefined && versions.size > versionsKept) versions.delete(oldest);
  return version;
}
