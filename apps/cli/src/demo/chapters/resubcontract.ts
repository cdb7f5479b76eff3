import { filed, received, submitted } from '../filing-deeds.ts';
import { type Story, lastDay, written } from '../story.ts';
import { comparesClauses } from './comparison.ts';
import {
  answered,
  checksMeasures,
  planning,
  scope,
  signsAndStarts,
  tellTree,
} from './subcontract-steps.ts';

const firm = 'みなと野製本株式会社';

/**
 * The subcontractor (丙) subcontracts further: it confirms and applies itself, tells the contractor
 * that it has applied, and the client approves (17.3, 17.4).
 */
export async function resubcontractChapter(
  story: Story,
  parent: string,
  text: string,
): Promise<string> {
  const { stage, cast } = story;
  const { clock } = stage.setting;
  const actor = cast.manager.id;
  stage.chapter('再々委託（丙が提出する書面と通知）', 111);
  const node = await stage.act(planning(story, firm, { from: 118, parent }));
  stage.name(node, firm);
  await checksMeasures(story, node, 'resubcontract-confirmation');
  await filed(stage, {
    kind: 'resubcontract-confirmation',
    title: '再々委託先の安全管理措置の確認書',
    actor,
    values: { subcontract: node },
  });
  const wanted = { wantedFrom: clock.dayAfter(118), wantedUntil: clock.dayAfter(lastDay) };
  const reason = { applicationReason: '封入の設備を持たないため' };
  const asked = { firm: node, ...scope, ...reason, ...wanted };
  const kind = 'resubcontract-approval-application';
  await stage.refused(
    {
      says: '丙ではない会社が再々委託の承認を申請',
      actor,
      does: `${kind}/prepared`,
      values: { ...asked, applicant: node },
    },
    { code: 'applicant-not-orderer', duty: null },
  );
  const application = {
    kind,
    title: '再々委託の承認申請書',
    actor,
    values: { ...asked, applicant: parent },
  };
  const applicationId = await submitted(stage, application);
  await stage.stands('resubcontract-notice', 111, 'due');
  await stage.act({
    says: `${stage.nameOf(parent)} から、申請した旨の通知を受けたことを記録`,
    actor,
    does: 'resubcontract-notice/notified',
    values: { subcontract: node, method: 'paper', copy: await stage.keep('通知の写し（見本）') },
  });
  await stage.stands('resubcontract-notice', 111, 'met');
  await received(stage, application, applicationId);
  await approvedAndStarted(story, { node, text, application: applicationId });
  return node;
}

async function approvedAndStarted(
  story: Story,
  about: { readonly node: string; readonly text: string; readonly application: string },
): Promise<void> {
  const { stage, cast } = story;
  const { node, text, application } = about;
  stage.chapter('再々委託の承認', 117);
  const approval = await stage.act({
    says: `委託者の承認を記録：${firm} への再々委託`,
    actor: cast.manager.id,
    does: 'resubcontract-approval/granted',
    values: { firm: node, ...scope, ...written(stage, 'みな税第160号') },
  });
  await answered(story, { application, approval, kind: 'resubcontract-approval-application' });
  await comparesClauses(story, { node, text, duty: 'resubcontract-supervision' });
  await signsAndStarts(story, node, {
    signed: 'resubcontract-supervision',
    started: 'resubcontract-approval',
  });
}

const supervisedOn = 201;

/** Both firms are looked at, of all that the annex and the contract ask of them (18.2, 18.3). */
export async function supervisionChapter(
  { stage, cast }: Story,
  nodes: readonly string[],
): Promise<void> {
  stage.chapter('再委託先の監督', supervisedOn, '13:00');
  for (const node of nodes) {
    await stage.act({
      says: `${stage.nameOf(node)} の監督を記録（実地の確認、指摘なし）`,
      actor: cast.manager.id,
      does: 'subcontract-supervision/recorded',
      values: {
        subcontract: node,
        way: 'visit',
        supervisor: cast.manager.id,
        mainContract: 'kept',
        securityAnnex: 'kept',
        annex: 'kept',
        findingsCount: 0,
      },
    });
  }
  await stage.stands('subcontract-supervision', supervisedOn, 'met');
  await stage.stands('resubcontract-supervision', supervisedOn, 'met');
  await tellTree(stage, supervisedOn);
}
