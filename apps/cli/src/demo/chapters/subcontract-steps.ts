import type { DutyId } from '@kanribo/annex';
import { measures } from '@kanribo/domain';
import type { Deed } from '../deed.ts';
import type { Stage } from '../stage.ts';
import { type Story, lastDay } from '../story.ts';

/** What is planned of a firm below the contractor, or below another firm. */
export function planning(
  story: Story,
  name: string,
  { from, parent }: { readonly from: number; readonly parent?: string },
): Deed {
  const { clock } = story.stage.setting;
  return {
    says: `再委託の計画を登録：${name}`,
    actor: story.cast.manager.id,
    does: 'subcontract/planned',
    duty: parent === undefined ? 'subcontract-approval' : 'resubcontract-approval',
    values: {
      firm: name,
      firmRepresentative: '代表取締役 見本 三郎',
      firmAddress: '東京都みなと野区青葉二丁目4番6号',
      ...scope,
      contact: '製造課 電話 00-0000-0000',
      reason: '大量の印刷に必要な設備を持たないため',
      structure: '総括責任者、管理責任者および担当者3人',
      protection: '施錠した作業室、ネットワークから離した機器、書面の受渡し記録',
      supervising: '半年ごとの実地の確認と、月ごとの報告',
      from: clock.dayAfter(from),
      until: clock.dayAfter(lastDay),
      supervisionDays: 180,
      ...(parent !== undefined && { parent }),
    },
  };
}

/** The work and the data that the client's approval is bound to. */
export const scope = { work: '通知書の印刷', data: '氏名、住所、税額' } as const;

/** What begins the work of a firm, an act of the software. */
export function starting({ stage, cast }: Story, node: string, duty: DutyId): Deed {
  return {
    says: `${stage.nameOf(node)} の業務の開始を登録`,
    actor: cast.manager.id,
    does: 'subcontract/activated',
    case: node,
    duty,
  };
}

/** The measures, answered on evidence and confirmed as a whole by a person (17.2, 17.4(1)). */
export async function checksMeasures(
  { stage, cast }: Story,
  node: string,
  duty: 'subcontract-confirmation' | 'resubcontract-confirmation',
): Promise<void> {
  const actor = cast.manager.id;
  const name = stage.nameOf(node);
  const opened = {
    says: `${name} の安全管理措置の確認を開始`,
    actor,
    does: 'measures-check/opened',
    duty,
  };
  const check = await stage.act({ ...opened, values: { subcontract: node } });
  const half = Math.floor(measures.length / 2);
  const shownBy = await stage.keep(`${name} 実地確認の記録（見本）`);
  const answers = (duties: readonly string[], way: string): Deed => ({
    says: `${name} の措置${duties.length}件を${way}で確認`,
    actor,
    does: 'measures-check/answered',
    duty,
    case: check,
    values: { duties: [...duties], answer: 'taken', shownBy },
  });
  const whole: Deed = {
    says: `${name} のすべての措置の確認を完了`,
    actor,
    does: 'measures-check/confirmed',
    duty,
    case: check,
  };
  await stage.act(answers(measures.slice(0, half), '実地'));
  await stage.refused(whole, { code: 'measures-unconfirmed', duty });
  await stage.act(answers(measures.slice(half), '書類'));
  await stage.act(whole);
}

/** The client's answer stands with the application that asked for it. */
export async function answered(
  { stage, cast }: Story,
  about: { readonly application: string; readonly approval: string; readonly kind: string },
): Promise<void> {
  await stage.act({
    says: `申請 ${about.application} に承認の回答を記録`,
    actor: cast.manager.id,
    does: `${about.kind}/answered`,
    case: about.application,
    values: { outcome: 'approved', approval: about.approval },
  });
}

/** The contract is signed, and the work begins. */
export async function signsAndStarts(
  story: Story,
  node: string,
  { signed, started }: { readonly signed: DutyId; readonly started: DutyId },
): Promise<void> {
  const { stage, cast } = story;
  const name = stage.nameOf(node);
  await stage.act({
    says: `${name} との契約の締結を記録`,
    actor: cast.manager.id,
    does: 'subcontract/contracted',
    case: node,
    duty: signed,
    values: { contractCopy: await stage.keep(`${name} との契約書（見本）`) },
  });
  await stage.act(starting(story, node, started));
}

/** Where each firm stands, as the software draws the tree. */
export async function tellTree(stage: Stage, days: number): Promise<void> {
  const day = stage.setting.clock.dayAfter(days);
  const answer = await stage.ask({ kind: 'subcontract-tree', day });
  if (answer.kind !== 'subcontract-tree') return;
  const active = answer.nodes.filter((node) => node.stage === 'active');
  const isInOrder = active.every(
    ({ missing, outOfOrder }) => outOfOrder.length + missing.length < 2,
  );
  stage.must(active.length === 2 && isInOrder, '再委託の体系');
  stage.tell('再委託の体系：');
  for (const { case: node, depth, stage: reached, dates } of answer.nodes) {
    const order = [dates.confirmed, dates.applied, dates.approved, dates.contracted, dates.handed];
    const days5 = reached === 'none' ? '' : `：${order.map((date) => date ?? '—').join(' → ')}`;
    stage.tell(`${'  '.repeat(depth)}${stage.nameOf(node)}（${reachedTexts[reached]}）${days5}`);
  }
  stage.tell('  （確認 → 申請 → 承認 → 契約 → 引渡し）');
}

const reachedTexts = {
  planned: '計画中',
  contracted: '契約済み',
  active: '業務中',
  stopped: '停止',
  ended: '終了',
  dropped: '取りやめ',
  none: '再委託にあたらない',
} as const;
