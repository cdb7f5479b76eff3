import type { Story } from '../story.ts';
import { described, lineOf, makes } from '../things.ts';
import { judged } from '../judged.ts';
import { written } from '../story.ts';
import type { Things } from './take-outs.ts';

/** Paper is read by handlers, each reading in the register; one by somebody else is found (20(8)–(10)). */
export async function paperUseChapter(story: Story, { box1 }: Things): Promise<void> {
  const { stage, cast } = story;
  const { handlers, manager } = cast;
  stage.chapter('文書の利用（利用管理簿）', 37, '10:00');
  const day = stage.setting.clock.dayAfter(37);
  const use = { use: story.purpose, purpose: '入力内容の確認', plannedReturnOn: day };
  const line = await stage.act({
    says: `${handlers[1].name} が BOX-001 の利用を開始`,
    actor: handlers[1].id,
    does: 'use/used',
    values: { things: [box1], reader: handlers[1].id, isWithinRange: true, ...use },
  });
  await stage.stands('use-register', 37, 'due');
  await stage.stands('use-register', 38, 'overdue');
  const back = {
    actor: manager.id,
    does: 'use/returned',
    values: { returnConfirmedBy: manager.id },
  };
  stage.at('11:40');
  await stage.act({ ...back, says: 'BOX-001 の返却を確認', case: line });
  stage.at('13:20');
  const other = cast.worker ?? manager;
  const found = await stage.act({
    says: `事務取扱担当者でない ${other.name} が BOX-001 を見ていたことを記録`,
    actor: manager.id,
    does: 'use/used',
    values: { things: [box1], reader: other.id, isWithinRange: true, ...use },
  });
  await stage.stands('paper-readers', 37, 'breached');
  await stage.act({ ...back, says: 'BOX-001 を取り戻したことを記録', case: found });
  await judged(
    story,
    found,
    '表紙だけを見て箱を戻しており、内容は見ていないことを本人と記録で確認した。',
  );
  await stage.stands('paper-readers', 37, 'met');
}

/** Something leaves without approval: accepted as the fact it is, marked, and judged (20(3), 26.1). */
export async function unapprovedChapter(story: Story, { box1 }: Things): Promise<void> {
  const { stage, cast, places } = story;
  const { manager, handlers } = cast;
  stage.chapter('承認のない持出し（事実として記録される）', 48, '18:30');
  const day = stage.setting.clock.dayAfter(49);
  const leaving = {
    things: [box1],
    contents: '課税資料の原本',
    purpose: '委託者への説明',
    destination: places.client,
  };
  const line = await stage.act({
    says: 'BOX-001 が承認なく持ち出されていたことを記録',
    actor: manager.id,
    does: 'take-out/taken',
    values: { ...lineOf(story, leaving), protection: 'sealed', plannedReturnOn: day },
  });
  await stage.stands('take-out-approval', 48, 'breached');
  stage.chapter('返却と判断、ヒヤリ・ハット', 49);
  await stage.act({
    says: 'BOX-001 の返却を確認',
    actor: manager.id,
    does: 'take-out/returned',
    case: line,
    values: { returner: handlers[0].id, returnConfirmedBy: manager.id },
  });
  await judged(story, line, '封緘のまま戻り、開封の跡がないことを確認した。');
  await stage.stands('take-out-approval', 49, 'met');
  await nearMiss(story);
}

async function nearMiss({ stage, cast }: Story): Promise<void> {
  const noticed = await stage.act({
    says: 'ヒヤリ・ハット：別の委託者の封筒を取り違えそうになった',
    actor: cast.handlers[0].id,
    does: 'near-miss/noticed',
    values: {
      what: '送付の準備中に、別の業務の封筒を手に取ったが、宛名の読合わせで気付いた。',
      during: 'movement',
      noticedBy: cast.handlers[0].id,
    },
  });
  await stage.act({
    says: 'ヒヤリ・ハットの原因と対策を記録',
    actor: cast.manager.id,
    does: 'near-miss/reviewed',
    case: noticed,
    values: {
      cause: '同じ棚に2つの業務の封筒を置いていた。',
      measure: '棚を分け、色の付いた札を付けた。',
      isIncident: false,
      reason: '外に出る前に気付き、何も渡していない。',
    },
  });
}

/** No copy without the client's approval, and no Individual Number in a description (20(11)). */
export async function copyChapter(story: Story, { box1 }: Things): Promise<void> {
  const { stage, cast } = story;
  const { manager, handlers } = cast;
  stage.chapter('複製の承認と複製', 65);
  const permit = {
    says: 'BOX-001 の写しの作成を許可',
    actor: manager.id,
    does: 'copy/permitted',
    values: {
      sources: [box1],
      count: 1,
      method: 'duplicate',
      purpose: '読取り作業の控え',
      use: story.purpose,
      maker: handlers[0].id,
      approver: manager.id,
    },
  };
  await stage.refused(permit, { code: 'copy-unapproved', duty: 'copy-approval' });
  await stage.act({
    says: '複製の承認（1部、今回限り）を記録',
    actor: manager.id,
    does: 'copy-approval/granted',
    values: {
      things: [box1],
      schedule: '読取り作業のため1部だけ複写する',
      copies: 1,
      repeats: 'once',
      ...written(stage, 'みな税第145号'),
    },
  });
  const line = await stage.act(permit);
  const copied = { label: 'BOX-001-C1', kind: 'paper', contents: '課税資料の写し' } as const;
  await stage.refused(
    {
      says: '写しの内容を「個人番号 123456789018 の方の分」として登録',
      actor: handlers[0].id,
      does: 'thing/made',
      values: {
        ...described(story, { ...copied, contents: '個人番号 123456789018 の方の分' }),
        owner: 'contractor',
      },
    },
    { code: 'individual-number-suspected', duty: null },
  );
  await stage.act({
    says: 'BOX-001 を1部複写',
    actor: handlers[0].id,
    does: 'copy/made',
    case: line,
  });
  await makes(story, copied, { copyOf: box1, copyLine: line });
  await stage.stands('copy-approval', 65, 'met');
}
