import { filed } from '../filing-deeds.ts';
import { handlersList } from './filings.ts';
import type { Story } from '../story.ts';

const name = '小林 茂';
const firstDay = 75;
const finalDay = 130;

/** Somebody joins for some weeks: educated and filed before the first day (9.1, 11.1). */
export async function joinerChapter({ stage, cast }: Story): Promise<string> {
  const { clock } = stage.setting;
  const actor = cast.chiefOfficer.id;
  stage.chapter('応援の担当者の追加', 72);
  const person = await stage.act({
    says: `関係者を登録：${name}（派遣）`,
    actor,
    does: 'person/recorded',
    values: {
      name,
      kana: 'こばやし しげる',
      affiliation: 'あおば人材サービス株式会社（派遣元）',
      party: 'contractor',
      isWorker: true,
      isDispatched: true,
    },
  });
  stage.name(person, name);
  await stage.act({
    says: `事務取扱担当者を選任：${name}`,
    actor,
    does: 'handler/appointed',
    values: {
      person,
      from: clock.dayAfter(firstDay),
      until: clock.dayAfter(finalDay),
      range: 'divided',
      rangeText: '通知書の発送に用いる課税資料',
    },
  });
  const session = await stage.act({
    says: `${name} に特記事項の教育を実施`,
    actor,
    does: 'training-session/held',
    values: { method: 'sheet', contents: '特記事項の内容と取扱規程', attendees: [person] },
  });
  await filed(stage, { ...handlersList(actor), title: '事務取扱担当者名簿（追加）' });
  await filed(stage, {
    kind: 'training-results',
    title: '教育実施結果報告書（追加）',
    actor,
    values: { occasion: 'further', sessions: [session] },
  });
  await stage.stands('handlers-list', 75, 'met');
  return person;
}

/** The period ends as it was filed: all access ends, and the secret is kept after it too (14). */
export async function leaverChapter({ stage, cast }: Story, person: string): Promise<void> {
  const actor = cast.chiefOfficer.id;
  stage.chapter('応援の担当者の離任', finalDay + 1);
  await stage.act({
    says: `${name} の離任時の誓約書を保管`,
    actor,
    does: 'pledge/signed',
    values: { person, occasion: 'leaving', paper: await stage.keep('誓約書（見本）') },
  });
  await stage.act({
    says: `${name} の転出を記録`,
    actor,
    does: 'person/left',
    case: person,
    values: { reason: '応援の期間の終わり' },
  });
  await stage.stands('secrecy', finalDay + 1, 'met');
}
