import { type JsonObject, dayOf } from '@kanribo/kernel';
import { type Case, isVoided, stepOf, textOf } from '../../engine/case.ts';
import { type Contract, casesOf } from '../../engine/contract.ts';
import { type ActTime, covers, isUnconfirmed } from '../../engine/covering.ts';
import type { Attempt, Consequence } from '../../engine/declaration.ts';
import { casesWith } from '../../engine/lines.ts';
import { isKnown, opened } from './ended-approval.ts';
import { restsOnMailWord, restsOnRecipientWord } from '../recipients.ts';

/** What rests on one of the client's words about a destination, and what it is without that. */
export interface Resting {
  readonly word: 'recipient-word' | 'ordinary-mail-word';
  readonly duty: 'third-parties' | 'sending-register';
  readonly missing: 'provided-to-third-party' | 'untraceable-sending';
  /** The steps that needed the word, by register. */
  readonly steps: readonly { readonly register: string; readonly step: string }[];
  /** Whether nothing but such a word allows it. */
  readonly rests: (line: Pick<Attempt, 'contract' | 'values'>, act: ActTime) => boolean;
}

/** What the client's word on a recipient (16) allows: sendings, and handings over of their own. */
export const restingOnRecipient: Resting = {
  word: 'recipient-word',
  duty: 'third-parties',
  missing: 'provided-to-third-party',
  steps: [
    { register: 'sending', step: 'sent' },
    { register: 'take-out', step: 'handed-to-client' },
  ],
  rests: ({ contract, values }, act) =>
    textOf(values, 'sending') === null && restsOnRecipientWord({ contract, values }, act),
};

/** What the client's word on ordinary mail (19(4)) allows. */
export const restingOnMail: Resting = {
  word: 'ordinary-mail-word',
  duty: 'sending-register',
  missing: 'untraceable-sending',
  steps: [{ register: 'sending', step: 'sent' }],
  rests: restsOnMailWord,
};

/** Something that was done under a word, and when. */
interface Done extends ActTime {
  readonly line: Case;
  readonly about: JsonObject;
}

/** What was done that only a word of this kind allows, by the lines as they are known. */
export function* doneResting(contract: Contract, { steps, rests }: Resting): Generator<Done> {
  for (const { register, step } of steps) {
    for (const line of casesOf(contract, register)) {
      const at = stepOf(line, step)?.occurredAt;
      if (at === undefined) continue;
      const act = { at, on: dayOf(at) };
      const about = { destination: textOf(line.values, 'destination') };
      if (rests({ contract, values: line.values }, act)) yield { ...act, line, about };
    }
  }
}

/**
 * What the end of a word shows of what rested on it, as an ended approval does: from when it was
 * taken back, or ever where the client never gave it, nothing allowed it; what stood on a spoken
 * word that was never confirmed stays unproven.
 */
export function shownByEndOf(resting: Resting) {
  return (attempt: Attempt, isContradicted: boolean): readonly Consequence[] => {
    const { contract, before, occurredAt } = attempt;
    if (before === undefined) return [];
    const isSpoken = isUnconfirmed(before);
    return [...doneResting(contract, resting)].flatMap((done) => {
      if (isVoided(done.line)) return [];
      const isUncovered = isContradicted || done.at >= occurredAt;
      if (!covers(before, done) || (!isUncovered && !isSpoken)) return [];
      if (isCoveredByOther(contract, resting, { done, ended: before })) return [];
      const code = isUncovered ? resting.missing : ('approval-unproven' as const);
      return isKnown(contract, done.line, code) ? [] : [opened(done.line, resting, code)];
    });
  };
}

function isCoveredByOther(
  contract: Contract,
  { word }: Resting,
  { done, ended }: { readonly done: Done; readonly ended: Case },
): boolean {
  const value = textOf(done.about, 'destination') ?? '';
  return casesWith(contract, word, { field: 'destination', value }).some(
    (other) => other.id !== ended.id && covers(other, done),
  );
}
