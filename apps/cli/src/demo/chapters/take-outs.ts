import { handlersList } from './filings.ts';
import { received } from '../filing-deeds.ts';
import type { Deed } from '../deed.ts';
import { type Story, spoken } from '../story.ts';
import { type Leaving, approvesTakeOut, lineOf, receives } from '../things.ts';

/** The things of the story, by the ids of the register. */
export interface Things {
  readonly usb1: string;
  readonly usb2: string;
  readonly box1: string;
  readonly box2: string;
}

/** Things arrive, and nothing leaves before the papers and the approval are there. */
export async function receiptChapter(story: Story, list: string): Promise<Things> {
  const { stage, cast } = story;
  stage.chapter('記録媒体と文書の受領', 9, '11:00');
  const usb1 = await receives(story, { label: 'USB-001', kind: 'medium' });
  const usb2 = await receives(story, { label: 'USB-002', kind: 'medium' });
  const box1 = await receives(story, { label: 'BOX-001', kind: 'paper' });
  const box2 = await receives(story, { label: 'BOX-002', kind: 'paper' });
  const permit = permitting(story, toClient(story, usb1), 17);
  await stage.refused(permit, { code: 'papers-outstanding', duty: 'handlers-list' });
  await received(stage, handlersList(cast.chiefOfficer.id), list);
  await stage.stands('handlers-list', 9, 'met');
  await stage.refused(permit, { code: 'take-out-unapproved', duty: 'take-out-approval' });
  return { usb1, usb2, box1, box2 };
}

/** What is taken to the client's office. */
export const toClient = ({ places }: Story, thing: string): Leaving => ({
  things: [thing],
  contents: '課税資料データ（令和8年度）',
  purpose: '委託者への中間報告',
  destination: places.client,
});

/** The permit of a take-out, an act of the software. */
export function permitting(story: Story, leaving: Leaving, returnIn: number): Deed {
  const { stage, cast } = story;
  const [thing = ''] = leaving.things;
  const day = stage.setting.clock.dayAfter(returnIn);
  return {
    says: `${stage.nameOf(thing)} の持出許可票を発行（${stage.nameOf(leaving.destination)}、返却予定 ${day}）`,
    actor: cast.manager.id,
    does: 'take-out/permitted',
    values: { ...lineOf(story, leaving), plannedReturnOn: day },
  };
}

/** An approval by telephone on a Friday evening, and its paper on Monday. */
export async function oralApprovalChapter(story: Story, { usb1 }: Things): Promise<void> {
  const { stage, cast } = story;
  const friday = stage.setting.clock.fridayFrom(14);
  const monday = friday + 3;
  const leaving = toClient(story, usb1);
  stage.chapter('金曜の夕方の口頭の承認と持出し', friday, '18:30');
  const approval = await stage.act({
    says: '委託者の承認（電話、口頭・未確認。書面は月曜まで）を記録',
    actor: cast.manager.id,
    does: 'take-out-approval/granted',
    values: {
      things: [usb1],
      destination: leaving.destination,
      purpose: '中間報告および納品',
      ...spoken(stage, monday),
    },
  });
  await stage.stands('take-out-approval', friday, 'due');
  await stage.stands('take-out-approval', monday + 1, 'overdue');
  const line = await stage.act(permitting(story, leaving, friday));
  await goesAndReturns(story, line);
  stage.chapter('月曜に書面が届く', monday, '09:30');
  await stage.act({
    says: '口頭の承認に書面が届いたことを記録',
    actor: cast.manager.id,
    does: 'take-out-approval/confirmed',
    case: approval,
    values: { clientReference: 'みな税第123号' },
  });
  await stage.stands('take-out-approval', monday, 'met');
}

async function goesAndReturns({ stage, cast }: Story, line: string): Promise<void> {
  stage.at('18:50');
  await stage.act({
    says: 'USB-001 を持ち出し（暗号化・施錠ケース）',
    actor: cast.handlers[0].id,
    does: 'take-out/taken',
    case: line,
    values: { protection: 'encrypted-locked' },
  });
  await stage.stands('take-out-register', stage.setting.clock.fridayFrom(14), 'due');
  stage.at('20:30');
  await stage.act({
    says: 'USB-001 の返却を記録',
    actor: cast.manager.id,
    does: 'take-out/returned',
    case: line,
    values: { returner: cast.handlers[0].id, returnConfirmedBy: cast.manager.id },
  });
}

/** A move inside the building is a take-out too: approved, in the register, and kept there. */
export async function moveChapter(story: Story, { box1, box2 }: Things): Promise<void> {
  const { stage, cast, places } = story;
  const { manager } = cast;
  stage.chapter('建物の中での移動（取扱区域から別の取扱区域へ）', 36);
  const leaving = {
    things: [box1, box2],
    contents: '課税資料の原本',
    purpose: '入力を終えた原本の保管',
    destination: places.archive,
  };
  const permit = permitting(story, leaving, 36);
  await stage.refused(permit, { code: 'take-out-unapproved', duty: 'take-out-approval' });
  await approvesTakeOut(story, leaving, 'みな税第131号');
  const line = await stage.act(permit);
  stage.at('09:30');
  await stage.act({
    says: '原本の箱2個を封緘して書庫Bへ移動',
    actor: cast.handlers[0].id,
    does: 'take-out/taken',
    case: line,
    values: { protection: 'sealed' },
  });
  stage.at('09:50');
  await stage.act({
    says: '書庫Bでの保管を確認',
    actor: manager.id,
    does: 'take-out/stored',
    case: line,
    values: { custodian: manager.id, returnConfirmedBy: manager.id },
  });
  await stage.stands('take-out-register', 36, 'met');
}
