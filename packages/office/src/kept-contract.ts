import { type Contract, type Recorded, contractRules } from '@kanribo/domain';
import { type Day, type Sequence, dayOf, emptySequence, midnightAfter } from '@kanribo/kernel';

/** A contract as it was known at the end of a day on which something was recorded. */
interface KnownOn {
  readonly day: Day;
  readonly contract: Contract;
}

/** A contract with the versions of its former days, which share their structure. */
export interface KeptContract {
  readonly contract: Contract;
  /** The day of the last entry; null before the first. */
  readonly day: Day | null;
  /** The last version of each former day, oldest first. */
  readonly days: Sequence<KnownOn>;
}

/** Nothing known yet. */
export function emptyKept(): KeptContract {
  return { contract: contractRules.empty(), day: null, days: emptySequence() };
}

/** The versions after one more entry of the register. */
export function evolveKept({ contract, day, days }: KeptContract, recorded: Recorded) {
  const after = contractRules.evolve(contract, recorded);
  if (day !== null && recorded.recordedAt < midnightAfter(day)) {
    return { contract: after, day, days };
  }
  const kept = day === null ? days : days.append({ day, contract });
  return { contract: after, day: dayOf(recorded.recordedAt), days: kept };
}

/** The contract as it was known at the end of a day. */
export function knownOn({ contract, day, days }: KeptContract, asked: Day): Contract {
  if (day !== null && day <= asked) return contract;
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((days.at(middle)?.day ?? asked) <= asked) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? contractRules.empty() : (days.at(low - 1)?.contract ?? contractRules.empty());
}
