import type { DatabaseLocation } from '@kanribo/store';
import { castFrom } from './cast.ts';
import { changesChapter } from './changes-chapter.ts';
import { filingsChapter } from './filings-chapter.ts';
import { mapChapter } from './map-chapter.ts';
import { boxesChapter, sendingChapter, takeOutChapter } from './movements-chapter.ts';
import { officesChapter } from './offices-chapter.ts';
import type { StaffMember } from './people.ts';
import { proofChapter } from './proof-chapter.ts';
import { rulesChapter } from './rules-chapter.ts';
import { requireSameStory } from './same-story.ts';
import { setUpChapter } from './set-up-chapter.ts';
import type { Stage } from './stage.ts';
import { wordsChapter } from './words-chapter.ts';

/** What the story is told with. */
export interface Script {
  readonly annex: Uint8Array;
  readonly people: readonly StaffMember[];
  /** Where the bundle of the contract is written. */
  readonly bundle: string;
  /** The story's own database, beside which the one of the tampered copy is made. */
  readonly database: DatabaseLocation;
}

/**
 * Tells one contract's life, each step through `execute` and `ask`.
 * @throws {CliFault} `failed` where anything does not go as the story says.
 */
export async function play(stage: Stage, script: Script): Promise<void> {
  const { annex, people, bundle, database } = script;
  const cast = castFrom(people);
  const { opened, contractId, clock } = stage.setting;
  const { recordedAt } = await stage.contract();
  await requireSameStory(stage, { annex, cast });
  if (recordedAt !== null) clock.notBefore(recordedAt);
  const annexDigest = await opened.instance.keepEvidence(contractId, once(annex));
  await setUpChapter(stage, { annexDigest, cast });
  await officesChapter(stage, cast);
  await rulesChapter(stage, cast);
  const list = await filingsChapter(stage, cast);
  await wordsChapter(stage, cast);
  await takeOutChapter(stage, cast, list);
  await sendingChapter(stage, cast);
  await changesChapter(stage, cast);
  await boxesChapter(stage, cast);
  await mapChapter(stage);
  await proofChapter(stage, { bundle, database });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
