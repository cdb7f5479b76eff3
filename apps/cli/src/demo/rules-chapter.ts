import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

/** Policy, rules, the client's word on forms, and education (clauses 4 to 8, 11 and 12). */
export async function rulesChapter(stage: Stage, cast: Cast): Promise<void> {
  stage.chapter('基本方針・取扱規程・教育', 1);
  const actor = cast.chiefOfficer.id;
  await stage.stands('basic-policy', 1, 'due');
  await governs(stage, actor);
  await stage.stands('basic-policy', 1, 'met');
  for (const [filing, title] of formed) {
    await stage.act({
      says: `${title}を当方の様式で届け出てよいとの回答を記録`,
      actor,
      declaration: 'designated-form',
      step: 'own-accepted',
      values: { filing, clientPerson: '税務課 担当係長', clientReference: '打合せ記録 第2号' },
    });
  }
  await educates(stage, cast);
}

const formed = [
  ['chief-officer', '総括責任者設置届'],
  ['audit-officer', '監査責任者選任届'],
  ['manager', '管理責任者選任届'],
] as const;

async function governs(stage: Stage, actor: string): Promise<void> {
  const policy = { actor, declaration: 'basic-policy' };
  const drafted = await stage.act({
    ...policy,
    says: '基本方針の案を登録',
    step: 'drafted',
    values: { version: '1.0', text: await kept(stage, '特定個人情報の取扱いの基本方針（見本）') },
  });
  await stage.act({
    ...policy,
    says: '基本方針を承認',
    step: 'approved',
    case: drafted,
    values: { from: stage.setting.clock.dayAfter(1) },
  });
  const rules = { actor, declaration: 'handling-rules' };
  const existing = await stage.act({
    ...rules,
    says: '既存の取扱規程を登録',
    step: 'existing',
    values: {
      version: '3.2',
      text: await kept(stage, '個人情報取扱規程（見本）'),
      establishedOn: '2020-04-01',
    },
  });
  await stage.act({
    ...rules,
    says: '取扱規程を見直し（改める点なし）',
    step: 'reviewed',
    case: existing,
    values: { outcome: 'kept', findings: '特記事項の各条と照らし、改める点はなかった。' },
  });
}

async function educates(stage: Stage, cast: Cast): Promise<void> {
  const actor = cast.chiefOfficer.id;
  const contractors = cast.everybody.map(({ id }) => id);
  await stage.act({
    says: '特記事項の周知・教育を実施',
    actor,
    declaration: 'training-session',
    step: 'held',
    values: { method: 'briefing', contents: '特記事項の内容と取扱規程', attendees: contractors },
  });
  const client = { actor, declaration: 'client-training' };
  const announced = await stage.act({
    ...client,
    says: '委託者が行う説明会の案内を受領',
    step: 'announced',
    values: { title: '受託者向け説明会', plannedOn: stage.setting.clock.dayAfter(1) },
  });
  await stage.act({
    ...client,
    says: '説明会の受講を記録',
    step: 'attended',
    case: announced,
    values: { attendees: [cast.chiefOfficer.id, cast.manager.id] },
  });
}

async function kept(stage: Stage, text: string): Promise<string> {
  const { opened, contractId } = stage.setting;
  const bytes = new TextEncoder().encode(text);
  return `sha256:${await opened.instance.keepEvidence(contractId, once(bytes))}`;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
