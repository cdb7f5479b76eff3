import { storyDays } from '../cast.ts';
import { type Story, spoken } from '../story.ts';
import { approvesTakeOut, receives, sendingOf } from '../things.ts';
import { type Things, permitting, toClient } from './take-outs.ts';

/** The last business day leaves what an office has to do on the next one, and what it forgot. */
export async function openEndsChapter(story: Story, things: Things): Promise<void> {
  const { stage } = story;
  stage.chapter('直近の営業日：まだ終わっていないこと', storyDays, '10:00');
  const next = stage.setting.clock.businessDayAfter(storyDays);
  await paperNotBack(story, things);
  await parcelUnderWay(story, next);
  await goneByTelephone(story, next);
}

/** Paper that should have been back on the same day, and a reader about whom nobody decided. */
async function paperNotBack({ stage, cast, purpose }: Story, { box1 }: Things): Promise<void> {
  const [, reader] = cast.handlers;
  const use = {
    things: [box1],
    use: purpose,
    isWithinRange: true,
    plannedReturnOn: stage.setting.clock.today(),
  };
  const other = cast.worker ?? cast.manager;
  const seen = await stage.act({
    says: `事務取扱担当者でない ${other.name} が BOX-001 を見ていたことを記録（判断はこれから）`,
    actor: cast.manager.id,
    does: 'use/used',
    values: { ...use, reader: other.id, purpose: '棚卸しの手伝い' },
  });
  await stage.act({
    says: 'BOX-001 を棚に戻したことを記録',
    actor: cast.manager.id,
    does: 'use/returned',
    case: seen,
    values: { returnConfirmedBy: cast.manager.id },
  });
  stage.at('11:00');
  await stage.act({
    says: `${reader.name} が BOX-001 の利用を開始（返却の確認はまだ）`,
    actor: reader.id,
    does: 'use/used',
    values: { ...use, reader: reader.id, purpose: '問合せへの回答' },
  });
}

/** By registered mail: the client's receipt is to be confirmed on the next business day. */
async function parcelUnderWay(story: Story, next: number): Promise<void> {
  const { stage, cast } = story;
  stage.at('14:00');
  const usb = await receives(story, { label: 'USB-003', kind: 'medium' });
  const leaving = toClient(story, usb);
  await approvesTakeOut(story, leaving, 'みな税第260号');
  const permit = await stage.act(permitting(story, leaving, next));
  await stage.act({
    says: 'USB-003 を書留で送付（受領の確認はこれから）',
    actor: cast.handlers[0].id,
    does: 'sending/sent',
    values: {
      ...sendingOf(story, leaving),
      permit,
      method: 'registered',
      trackingNumber: '123-45-67901-0',
      receipt: await stage.keep('書留の受領証（見本）'),
      protection: 'encrypted-locked',
      expectedOn: stage.setting.clock.dayAfter(next),
    },
  });
}

/** Approved by telephone: the paper is to come, and the thing is to be back, on the next one. */
async function goneByTelephone(story: Story, next: number): Promise<void> {
  const { stage, cast } = story;
  stage.at('16:30');
  const usb = await receives(story, { label: 'USB-004', kind: 'medium' });
  const leaving = toClient(story, usb);
  await stage.act({
    says: '委託者の承認（電話、口頭・未確認。書面は次の営業日まで）を記録',
    actor: cast.manager.id,
    does: 'take-out-approval/granted',
    values: {
      things: [usb],
      destination: leaving.destination,
      purpose: '納品前の確認',
      ...spoken(stage, next),
    },
  });
  const line = await stage.act(permitting(story, leaving, next));
  await stage.act({
    says: 'USB-004 を持ち出し（次の営業日に返却の予定）',
    actor: cast.handlers[0].id,
    does: 'take-out/taken',
    case: line,
    values: { protection: 'encrypted-locked' },
  });
}
