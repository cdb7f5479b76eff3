import type { Cast } from './cast.ts';
import { type FilingDeed, receiveFiling, submitFiling } from './offices-chapter.ts';
import type { Stage } from './stage.ts';

/** A surname changes and must be filed; a copy is approved before it is made. */
export async function changesChapter(stage: Stage, cast: Cast): Promise<void> {
  const { clock } = stage.setting;
  const { chiefOfficer, manager, handlers } = cast;
  stage.chapter('届出内容の変更', 50);
  await stage.act({
    says: `${handlers[0].name} の氏名の変更を記録`,
    actor: chiefOfficer.id,
    declaration: 'person',
    step: 'changed',
    case: handlers[0].id,
    values: { name: '中村 花子', kana: 'なかむら はなこ' },
  });
  await stage.stands('change-filing', 50, 'due');
  await stage.stands('change-filing', 60, 'overdue');
  const change: FilingDeed = {
    kind: 'change-filing',
    title: '変更届',
    actor: chiefOfficer.id,
    case: 'change-filing-1',
  };
  const subject = await submitFiling(stage, change);
  await receiveFiling(stage, { ...change, subject });
  await stage.stands('change-filing', 50, 'met');
  stage.chapter('複製の承認と複製', 55);
  await stage.act({
    says: '複製の承認を記録',
    actor: manager.id,
    declaration: 'copy-approval',
    step: 'granted',
    values: {
      things: ['thing-2'],
      schedule: '読取り作業のため1部だけ複写する',
      from: clock.dayAfter(55),
      until: clock.dayAfter(90),
      clientPerson: '税務課 担当係長',
      clientReference: 'みな税第145号',
      form: 'written',
    },
  });
  await stage.refused(copy(cast, '個人番号 123456789018 の方の分'), {
    code: 'individual-number-suspected',
    duty: null,
    until: 'thing-3',
  });
  await stage.act(copy(cast, '課税資料の写し'));
  await stage.stands('copy-approval', 55, 'met');
}

function copy({ manager, handlers }: Cast, contents: string) {
  return {
    says: `BOX-001 の写しを作成（内容：${contents}）`,
    actor: handlers[0].id,
    declaration: 'thing',
    step: 'made',
    values: {
      label: 'BOX-001-C1',
      kind: 'paper',
      owner: 'contractor',
      isEncrypted: false,
      contents,
      place: 'place-1',
      custodian: manager.id,
      copyOf: 'thing-2',
    },
  };
}
