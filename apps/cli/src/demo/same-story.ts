import { type Case, type Contract, caseOf, casesOf, textOf } from '@kanribo/domain';
import { type Day, toHex } from '@kanribo/kernel';
import { CliFault } from '../cli-fault.ts';
import { freshCommandId, sha256 } from '../platform.ts';
import type { Cast, CastMember } from './cast.ts';
import type { Stage } from './stage.ts';

/** What a story is told from, and what an earlier run must have told it from too. */
interface Source {
  readonly annex: Uint8Array;
  readonly cast: Cast;
}

/**
 * Holds a later run to the story that was told here before: a step is known again by what it says,
 * so another staff list, annex or first day would go wrong somewhere in the middle.
 * @throws {CliFault} `failed`, naming what differs and where another story may be told.
 */
export async function requireSameStory(stage: Stage, { annex, cast }: Source): Promise<void> {
  const contract = await stage.contract();
  const differing = [
    ...(hasOtherStart(contract, stage.setting.clock.dayAfter(0)) ? ['開始日（--date）'] : []),
    ...(hasOtherAnnex(contract, annex) ? ['特記事項（--annex）'] : []),
    ...((await hasOtherPeople(stage, contract, cast)) ? ['名簿（--people）'] : []),
  ];
  if (differing.length === 0) return;
  throw new CliFault(
    'failed',
    `ここには、別の${differing.join('と')}で作ったデモが既にあります。\n--data に別の場所を指定するか、--seed に別の番号（例: --seed 2）を指定してください。`,
  );
}

function hasOtherStart(contract: Contract, startsOn: Day): boolean {
  const told = caseOf(contract, 'contract-1');
  return told !== undefined && told.values['startsOn'] !== startsOn;
}

function hasOtherAnnex(contract: Contract, annex: Uint8Array): boolean {
  const told = caseOf(contract, 'annex-1');
  return told !== undefined && told.values['text'] !== `sha256:${toHex(sha256(annex))}`;
}

async function hasOtherPeople(stage: Stage, contract: Contract, cast: Cast): Promise<boolean> {
  const { opened, contractId } = stage.setting;
  const told = [...casesOf(contract, 'person')].slice(0, cast.everybody.length);
  const sequences = told.map(({ steps }) => steps[0].sequence);
  const caller = { id: freshCommandId(), actor: 'software', sequences };
  const beside = await opened.instance.readParticulars(contractId, caller);
  return told.some((person, index) => {
    const [member, found] = [cast.everybody[index], beside[index]];
    if (member === undefined) return true;
    if (found?.status === 'known' && isNamedOtherwise(found.values, member)) return true;
    return (
      person.steps[0].values['isWorker'] !== member.isWorker ||
      wasAppointedOtherwise(contract, member)
    );
  });
}

function isNamedOtherwise(told: Case['values'], member: CastMember): boolean {
  const names = ['name', 'kana', 'affiliation', 'post'] as const;
  return names.some((name) => (textOf(told, name) ?? '') !== member[name]);
}

/** Whether the person was appointed, but to another office or for another period. */
function wasAppointedOtherwise(
  contract: Contract,
  { id, office, from, until }: CastMember,
): boolean {
  const all = ['chief-officer', 'audit-officer', 'manager', 'handler'];
  const first = all
    .flatMap((name) => [...casesOf(contract, name)])
    .filter(({ values }) => values['person'] === id)
    .sort((one, other) => one.steps[0].sequence - other.steps[0].sequence)[0];
  if (first === undefined) return false;
  const { values } = first.steps[0];
  const isSamePeriod = textOf(values, 'from') === from && textOf(values, 'until') === until;
  return first.declaration !== office || !isSamePeriod;
}
