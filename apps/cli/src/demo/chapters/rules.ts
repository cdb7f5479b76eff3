import type { Stage } from '../stage.ts';
import { type Story, spokesman } from '../story.ts';

/** Policy, rules, ways to the internet, and what the client says of the forms (4 to 8, 19(5)). */
export async function rulesChapter({ stage, cast }: Story): Promise<void> {
  stage.chapter('基本方針・取扱規程・指定様式', 1);
  const actor = cast.chiefOfficer.id;
  await stage.stands('basic-policy', 1, 'due');
  await governs(stage, actor);
  await stage.stands('basic-policy', 1, 'met');
  await stage.stands('handling-rules', 1, 'met');
  await stage.act({
    says: 'メールの送信経路を確認（添付の送信は遮断）',
    actor,
    does: 'gateway-check/recorded',
    values: {
      kind: 'mail-gateway',
      name: '社内メールサーバー',
      setting: '添付ファイルを外部へ送れない設定',
      isBlocked: true,
      checker: cast.manager.id,
      nextCheckOn: stage.setting.clock.dayAfter(360),
    },
  });
  await settlesForms(stage, actor);
}

async function governs(stage: Stage, actor: string): Promise<void> {
  const drafted = await stage.act({
    says: '基本方針の案を登録',
    actor,
    does: 'basic-policy/drafted',
    values: { version: '1.0', text: await stage.keep('特定個人情報の取扱いの基本方針（見本）') },
  });
  await stage.act({
    says: '基本方針を承認',
    actor,
    does: 'basic-policy/approved',
    case: drafted,
    values: { from: stage.setting.clock.dayAfter(1) },
  });
  const existing = await stage.act({
    says: '既存の取扱規程を登録',
    actor,
    does: 'handling-rules/existing',
    values: {
      version: '3.2',
      text: await stage.keep('個人情報取扱規程（見本）'),
      establishedOn: '2020-04-01',
    },
  });
  await stage.act({
    says: '取扱規程を見直し（改める点なし）',
    actor,
    does: 'handling-rules/reviewed',
    case: existing,
    values: { outcome: 'kept', findings: '特記事項の各条と照らし、改める点はなかった。' },
  });
}

const ownAccepted = [
  ['chief-officer', '総括責任者設置届'],
  ['audit-officer', '監査責任者選任届'],
  ['subcontract-confirmation', '再委託先の安全管理措置の確認書'],
  ['resubcontract-confirmation', '再々委託先等の安全管理措置の確認書'],
] as const;

/** The client designates a form for one filing and accepts our own layout for the others. */
async function settlesForms(stage: Stage, actor: string): Promise<void> {
  await stage.act({
    says: '管理責任者選任届の様式の指定を記録',
    actor,
    does: 'designated-form/designated',
    values: { filing: 'manager', clientPerson: spokesman, clientReference: '打合せ記録 第2号' },
  });
  await stage.stands('manager', 1, 'due');
  for (const [filing, title] of ownAccepted) {
    await stage.act({
      says: `${title}を当方の様式で届け出てよいとの回答を記録`,
      actor,
      does: 'designated-form/own-accepted',
      values: { filing, clientPerson: spokesman, clientReference: '打合せ記録 第2号' },
    });
  }
}
