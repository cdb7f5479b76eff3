import { type Cast, castFrom } from './cast.ts';
import { annexChapter } from './chapters/annex.ts';
import {
  departmentsChapter,
  extensionChapter,
  rangeChapter,
  renameChapter,
} from './chapters/changes.ts';
import { filingsChapter } from './chapters/filings.ts';
import { joinerChapter, leaverChapter } from './chapters/joiner.ts';
import { mapChapter, registersChapter } from './chapters/map.ts';
import { officesChapter } from './chapters/offices.ts';
import { openEndsChapter } from './chapters/open-ends.ts';
import { copyChapter, paperUseChapter, unapprovedChapter } from './chapters/paper-use.ts';
import { type ProofPlaces, proofChapter } from './chapters/proof.ts';
import { reportChapter } from './chapters/report.ts';
import { resubcontractChapter, supervisionChapter } from './chapters/resubcontract.ts';
import { rulesChapter } from './chapters/rules.ts';
import { bulkChapter, byHandChapter, postChapter, receptionChapter } from './chapters/sendings.ts';
import { setUpChapter } from './chapters/set-up.ts';
import {
  rightOrderChapter,
  signedEarlyChapter,
  wrongOrderChapter,
} from './chapters/subcontract.ts';
import {
  type Things,
  moveChapter,
  oralApprovalChapter,
  receiptChapter,
} from './chapters/take-outs.ts';
import { trainingChapter } from './chapters/training.ts';
import { answersChapter, remindsChapter, wordsChapter } from './chapters/words.ts';
import type { StaffMember } from './people.ts';
import type { TextFile } from '../read-text.ts';
import { requireSameStory } from './same-story.ts';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';

/** What the story is told with. */
export interface Script {
  readonly annex: TextFile;
  readonly people: readonly StaffMember[];
  /** The text of a subcontract, and the form the client designates for one filing. */
  readonly subcontract: string;
  readonly form: Uint8Array;
  /** Whether people go on with the contract, so that something is left for them to do. */
  readonly isKept: boolean;
}

/** What the story comes to. */
export interface Told {
  /** How many duties the software does not watch yet. */
  readonly unwatched: number;
  readonly cast: Cast;
  /** The client's officer (甲担当), a person on record. */
  readonly officer: string;
  /** What a person is called at the end of the story. */
  nameOf(person: string): string;
}

/**
 * Tells one contract's year and proves it, each step through `execute` and `ask`.
 * @throws {CliFault} `failed` where anything does not go as the story says.
 */
export async function play(stage: Stage, script: Script & ProofPlaces): Promise<Told> {
  const told = await tell(stage, script);
  await proofChapter(stage, script);
  return told;
}

/**
 * {@link play} without its proof.
 * @throws {CliFault} `failed`.
 */
export async function tell(stage: Stage, script: Script): Promise<Told> {
  const { annex, people } = script;
  const cast = castFrom(people);
  const { recordedAt } = await stage.contract();
  await requireSameStory(stage, { annex: annex.bytes, cast });
  if (recordedAt !== null) stage.setting.clock.notBefore(recordedAt);
  await annexChapter(stage, annex.text);
  const annexDigest = (await stage.keep(annex.bytes)).slice('sha256:'.length);
  const story = await setUpChapter(stage, { annexDigest, cast });
  const list = await prepares(story, script.form);
  const things = await receiptChapter(story, list);
  const joiner = await moves(story, things);
  const nodes = await subcontracts(story, script.subcontract);
  await reports(story, { things, nodes, joiner });
  await registersChapter(story);
  const unwatched = await mapChapter(story);
  if (script.isKept) await openEndsChapter(story, things);
  return { unwatched, cast, officer: story.officer, nameOf: (id) => stage.nameOf(id) };
}

/** April: offices, rules, filings, what is settled with the client, education. */
async function prepares(story: Story, form: Uint8Array): Promise<string> {
  await officesChapter(story);
  await rulesChapter(story);
  const list = await filingsChapter(story, form);
  await wordsChapter(story);
  await trainingChapter(story);
  return list;
}

/** Spring: things come and go, what was filed changes; answers who joins for some weeks. */
async function moves(story: Story, things: Things): Promise<string> {
  await answersChapter(story);
  await oralApprovalChapter(story, things);
  await moveChapter(story, things);
  await paperUseChapter(story, things);
  await postChapter(story, things);
  await byHandChapter(story, things);
  await unapprovedChapter(story, things);
  await renameChapter(story);
  await rangeChapter(story);
  await bulkChapter(story);
  await copyChapter(story, things);
  await departmentsChapter(story);
  return joinerChapter(story);
}

/** Summer: a firm below the contractor, and one below that firm. */
async function subcontracts(story: Story, text: string): Promise<readonly string[]> {
  const firm = await wrongOrderChapter(story);
  await rightOrderChapter(story, firm, text);
  await signedEarlyChapter(story);
  const further = await resubcontractChapter(story, firm, text);
  return [firm, further];
}

interface ReportedOn {
  readonly things: Things;
  readonly nodes: readonly string[];
  readonly joiner: string;
}

/** Autumn: what the client asks of the contractor, and the contractor of its subcontractors. */
async function reports(story: Story, { things, nodes, joiner }: ReportedOn): Promise<void> {
  await leaverChapter(story, joiner);
  await extensionChapter(story);
  await receptionChapter(story, things);
  await reportChapter(story);
  await supervisionChapter(story, nodes);
  await remindsChapter(story);
}
