import { judged } from '../judged.ts';
import { filed, received, submitted } from '../filing-deeds.ts';
import type { Deed } from '../deed.ts';
import { type Story, lastDay } from '../story.ts';
import { comparesClauses } from './comparison.ts';
import {
  answered,
  checksMeasures,
  planning,
  scope,
  signsAndStarts,
  starting,
} from './subcontract-steps.ts';

const firm = 'みなと野印刷株式会社';
const confirmation = '再委託先の安全管理措置の確認書';

/** In the wrong order nothing goes: no confirmation, no approval, no contract, no data (17). */
export async function wrongOrderChapter(story: Story): Promise<string> {
  const { stage, cast } = story;
  const actor = cast.manager.id;
  stage.chapter('再委託：誤った順番', 75);
  const carrier = { firm: '見本宅配株式会社', excludedAs: 'carrier' } as const;
  const excluded = await stage.act({
    says: '宅配便の会社は再委託にあたらないと判断（理由を記録）',
    actor,
    does: 'subcontract/excluded',
    values: { ...carrier, excludedBecause: '封緘した荷物を運ぶだけで、中身に触れない。' },
  });
  stage.name(excluded, carrier.firm);
  const node = await stage.act(planning(story, firm, { from: 100 }));
  stage.name(node, firm);
  await stage.stands('subcontract-approval', 75, 'due');
  await stage.refused(starting(story, node, 'subcontract-approval'), {
    code: 'confirmation-undelivered',
    duty: 'subcontract-confirmation',
  });
  await stage.refused(applying(story, node), {
    code: 'application-before-confirmation',
    duty: 'subcontract-confirmation',
  });
  await stage.refused(
    {
      says: '確認しないまま確認書を作成',
      actor,
      does: 'subcontract-confirmation/prepared',
      values: { subcontract: node },
    },
    { code: 'measures-not-checked', duty: 'subcontract-confirmation' },
  );
  await stage.refused(handingOver(story, node), {
    code: 'subcontract-inactive',
    duty: 'subcontract-approval',
  });
  return node;
}

function applying({ stage, cast }: Story, node: string): Deed {
  const { clock } = stage.setting;
  return {
    says: '再委託の承認の申請書を作成',
    actor: cast.manager.id,
    does: 'subcontract-approval-application/prepared',
    values: applied(node, cast.manager.id, clock.dayAfter(100), clock.dayAfter(lastDay)),
  };
}

function applied(firmId: string, applicant: string, wantedFrom: string, wantedUntil: string) {
  const reason = '通知書を期日までに印刷するため';
  return { firm: firmId, ...scope, applicant, applicationReason: reason, wantedFrom, wantedUntil };
}

function handingOver({ cast }: Story, node: string): Deed {
  return {
    says: `${firm} への情報の引渡しを許可`,
    actor: cast.manager.id,
    does: 'subcontract-handover/permitted',
    values: {
      subcontract: node,
      contents: '通知書の印刷データ',
      handedBy: cast.handlers[0].id,
    },
  };
}

/** In the right order: confirmation, application, approval, comparison, contract, work, data. */
export async function rightOrderChapter(story: Story, node: string, text: string): Promise<void> {
  const { stage, cast, officer } = story;
  const actor = cast.manager.id;
  stage.chapter('再委託：正しい順番', 79);
  await checksMeasures(story, node, 'subcontract-confirmation');
  const confirmed = { kind: 'subcontract-confirmation', title: confirmation, actor };
  await filed(stage, { ...confirmed, values: { subcontract: node } });
  const start = starting(story, node, 'subcontract-approval');
  await stage.refused(start, { code: 'subcontract-unapproved', duty: 'subcontract-approval' });
  const { clock } = stage.setting;
  const application = {
    kind: 'subcontract-approval-application',
    title: '再委託の承認申請書',
    actor,
    values: applied(node, actor, clock.dayAfter(100), clock.dayAfter(lastDay)),
  };
  const applicationId = await submitted(stage, application);
  await received(stage, application, applicationId);
  stage.chapter('再委託の承認（委託者のアカウントで）', 89, '11:00');
  const approval = await stage.act({
    says: `委託者の担当者が ${firm} への再委託を承認`,
    actor: officer,
    does: 'subcontract-approval/granted',
    values: {
      firm: node,
      ...scope,
      form: 'account',
      from: clock.dayAfter(89),
      until: clock.dayAfter(lastDay),
      clientReference: 'みな税第151号',
    },
  });
  await answered(story, { application: applicationId, approval, kind: application.kind });
  await stage.refused(start, { code: 'contract-unsigned', duty: 'subcontract-clauses' });
  await comparesClauses(story, { node, text, duty: 'subcontract-clauses' });
  await signsAndStarts(story, node, {
    signed: 'subcontract-clauses',
    started: 'subcontract-approval',
  });
  await handsOver(story, node);
}

async function handsOver(story: Story, node: string): Promise<void> {
  const { stage, cast } = story;
  await stage.stands('subcontract-approval', 89, 'met');
  stage.chapter('再委託先への引渡し（期間の始まりの後）', 103);
  const line = await stage.act(handingOver(story, node));
  await stage.act({
    says: `${firm} に印刷データを引渡し`,
    actor: cast.handlers[0].id,
    does: 'subcontract-handover/handed',
    case: line,
    values: { receivedBy: 'みなと野印刷 製造課' },
  });
  await stage.act({
    says: '印刷データの廃棄の確認を記録',
    actor: cast.handlers[0].id,
    does: 'subcontract-handover/settled',
    case: line,
    values: { back: 'destroyed', certificate: await stage.keep('廃棄の証明（見本）') },
  });
}

/** A contract signed too early is a fact: accepted, marked and judged. */
export async function signedEarlyChapter(story: Story): Promise<void> {
  const { stage, cast } = story;
  const actor = cast.manager.id;
  const name = 'みなと野紙工株式会社';
  stage.chapter('承認の前に締結された再委託契約（事実として記録される）', 104);
  const node = await stage.act(planning(story, name, { from: 120 }));
  stage.name(node, name);
  await stage.act({
    says: `${name} との契約が承認の前に締結されていたことを記録`,
    actor,
    does: 'subcontract/contracted',
    case: node,
  });
  await stage.stands('subcontract-approval', 104, 'breached');
  await judged(story, node, '情報を渡す前に解除し、何も渡していない。');
  await stage.act({
    says: `${name} との契約の解除を記録（渡した情報はない）`,
    actor,
    does: 'subcontract/ended',
    case: node,
    values: { dataEnd: 'never-handed' },
  });
  await stage.stands('subcontract-approval', 104, 'met');
}
