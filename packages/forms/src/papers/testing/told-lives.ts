import type { Particulars } from '@kanribo/application';
import { casesOf, stepOf } from '@kanribo/domain';
import { lives } from '@kanribo/domain/testing';
import { sampleProof } from '../../fixtures/sample-parts.ts';
import { dayOf } from '@kanribo/kernel';
import type { PaperInput } from '../paper-input.ts';
import { isPaperOfCase, paperKinds } from '../paper-of.ts';

/** One paper of one of the domain's lives. */
export interface ToldPaper {
  readonly life: string;
  readonly kind: string;
  readonly input: PaperInput;
}

/**
 * Every paper that can be made of the domain's lives: each prepared filing of each kind, and each
 * register and sheet as it stands at the end.
 */
export function papersOfLives(): readonly ToldPaper[] {
  return Object.entries(lives).flatMap(([life, live]) => {
    const { contract, stored } = live();
    const beside = new Map(
      stored.map(({ recorded, particulars }): [number, Particulars] => [
        recorded.sequence,
        particulars === null ? { status: 'none' } : { status: 'known', values: particulars },
      ]),
    );
    const particularsAt = (sequence: number) => beside.get(sequence) ?? { status: 'none' as const };
    if (contract.recordedAt === null) return [];
    const date = dayOf(contract.recordedAt);
    const about = { contract, particularsAt, date, proof: sampleProof };
    return paperKinds.flatMap((kind) =>
      subjectsOf(contract, kind).map((subject) => ({ life, kind, input: { ...about, subject } })),
    );
  });
}

function subjectsOf(contract: PaperInput['contract'], kind: string): readonly (string | null)[] {
  if (!isPaperOfCase(kind)) return [null];
  return [...casesOf(contract, kind)]
    .filter((found) => stepOf(found, 'prepared') !== undefined)
    .map(({ id }) => id);
}
