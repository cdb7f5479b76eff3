import { dutyIds } from '@kanribo/annex';
import type { JsonObject } from '@kanribo/kernel';
import { measures } from '../../subcontracts/measures/measure-list.ts';
import type { Circumstances, Life, Taken } from '../life.ts';
import {
  chief,
  handler,
  manager,
  otherWorker,
  paper,
  receives,
  setUpContract,
  submits,
} from '../sample.ts';

const scan = `sha256:${'b'.repeat(64)}`;
const noted = { remarks: '備考' };

/** What is planned of a subcontract from 1 May to the end of the contract. */
export const firm: JsonObject = {
  firm: '見本印刷',
  firmRepresentative: '代表取締役 見本三郎',
  firmAddress: '見本区見本二丁目',
  work: '通知書の印刷',
  data: '氏名・住所',
  from: '2026-05-01',
  until: '2027-03-31',
  supervisionDays: 90,
};

const word: JsonObject = {
  from: '2026-04-01',
  until: '2027-03-31',
  form: 'written',
  clientPerson: '区 担当',
};

/** A subcontract planned, below another one or directly below the contractor. */
export function plans(life: Life, parent?: string, changed: JsonObject = {}): string {
  const below = parent === undefined ? {} : { parent };
  return life.takes('subcontract', 'planned', { ...firm, ...below, ...changed }).subject;
}

/** All measures answered on evidence and confirmed. */
export function checks(life: Life, node: string): string {
  const { subject } = life.takes('measures-check', 'opened', { subcontract: node });
  const about = { case: subject };
  const taken = { duties: [...measures], answer: 'taken', shownBy: scan };
  life.takes('measures-check', 'answered', taken, about);
  life.takes('measures-check', 'confirmed', {}, about);
  return subject;
}

const isDirect = (life: Life, node: string) => life.contract.cases.get(node)?.values['depth'] === 1;

/** The names of a node's papers, by its depth. */
export function namesOf(life: Life, node: string) {
  const prefix = isDirect(life, node) ? 'subcontract' : 'resubcontract';
  return {
    confirmation: `${prefix}-confirmation`,
    approval: `${prefix}-approval`,
    application: `${prefix}-approval-application`,
  };
}

/** The confirmation prepared, printed, handed in and delivered. */
export function confirms(life: Life, node: string): Taken {
  const { confirmation } = namesOf(life, node);
  const { subject } = life.takes(confirmation, 'prepared', { subcontract: node });
  submits(life, confirmation, subject);
  return receives(life, confirmation, subject);
}

/** What the application for a node states; further down its parent applies. */
export function appliedFor(life: Life, node: string): JsonObject {
  const parent = life.contract.cases.get(node)?.values['parent'];
  const asked = { firm: node, work: '通知書の印刷', data: '氏名・住所', applicationReason: '設備' };
  const period = { wantedFrom: '2026-05-01', wantedUntil: '2027-03-31' };
  return { ...asked, ...period, applicant: parent ?? handler };
}

/** The application handed in to the client. */
export function applies(life: Life, node: string): Taken {
  const { application } = namesOf(life, node);
  const { subject } = life.takes(application, 'prepared', appliedFor(life, node));
  return submits(life, application, subject);
}

/** The client's approval of a node. */
export function approves(life: Life, node: string, changed: JsonObject = {}): Taken {
  const covered = { firm: node, work: '通知書の印刷', data: '氏名・住所' };
  return life.takes(namesOf(life, node).approval, 'granted', { ...covered, ...word, ...changed });
}

/** The signing of a node's contract. */
export function signs(life: Life, node: string, circumstances: Circumstances = {}): Taken {
  const about = { ...circumstances, case: node };
  return life.takes('subcontract', 'contracted', { contractCopy: scan }, about);
}

/** The whole lawful way of a node, up to its contract; in May. */
export function contracts(life: Life, parent?: string): string {
  const node = plans(life, parent);
  checks(life, node);
  confirms(life, node);
  applies(life, node);
  approves(life, node);
  signs(life, node);
  return node;
}

/** The same, and begun. */
export function begins(life: Life, parent?: string): string {
  const node = contracts(life, parent);
  life.takes('subcontract', 'activated', {}, { case: node });
  return node;
}

/** The sample contract on 1 May, the manager acting. */
export function inMay(): Life {
  return setUpContract().by(manager).on('2026-05-01 09:00');
}

/** The comparison of a node's contract text, all duties confirmed with this result and settled. */
export function compares(life: Life, node: string, changed: JsonObject = {}): Taken {
  const imported = { subcontract: node, text: scan };
  const { subject } = life.takes('clauses-comparison', 'imported', imported);
  const about = { case: subject };
  const all = { duties: [...dutyIds], result: 'equal', clause: '5.1' };
  life.by('software').takes('clauses-comparison', 'proposed', all, about);
  life.by(manager).takes('clauses-comparison', 'confirmed', all, about);
  if (changed['duties'] !== undefined) {
    life.takes('clauses-comparison', 'confirmed', changed, about);
  }
  return life.takes('clauses-comparison', 'settled', {}, about);
}

/** A supervision of everything, nothing found. */
export function supervises(
  life: Life,
  node: string,
  changed: JsonObject = {},
  circumstances: Circumstances = {},
): Taken {
  const kept = { mainContract: 'kept', securityAnnex: 'kept', annex: 'kept', findingsCount: 0 };
  const about = { subcontract: node, way: 'visit', supervisor: manager };
  const values = { ...about, ...kept, ...changed };
  return life.takes('subcontract-supervision', 'recorded', values, circumstances);
}

/** Subcontracts at two depths: every step of theirs, every correction, every deviation. */
export function subcontractsLife(): Life {
  const life = inMay();
  const node = begins(life);
  const below = sendsBack(life, node);
  keepsCopies(life, node);
  hands(life, node);
  watches(life, node);
  strays(life, below);
  life.takes('subcontract', 'revised', { until: '2027-03-31' }, { case: node });
  life.takes('subcontract', 'changed', { work: '封入' }, { case: node });
  const because = { correctionReason: '書き誤り' };
  life.takes('subcontract', 'corrected', { ...because, contact: '電話' }, { case: node });
  const ended = life.takes('subcontract', 'planned', { ...firm, firm: '見本運輸' }).subject;
  life.takes('subcontract', 'contracted', {}, { case: ended });
  life.takes('subcontract', 'ended', { dataEnd: 'never-handed' }, { case: ended });
  const none = { firm: '見本宅配', excludedAs: 'carrier', excludedBecause: '中身に触れない' };
  life.takes('subcontract', 'excluded', none);
  life.takes('subcontract', 'dropped', noted, { case: plans(life) });
  return life;
}

/** Papers of both depths sent back and withdrawn; answers the node further down. */
function sendsBack(life: Life, parent: string): string {
  const further = plans(life, parent);
  checks(life, further);
  for (const node of [further, parent]) {
    const { confirmation, application, approval } = namesOf(life, node);
    const stated = { subcontract: node };
    for (const [name, values] of [
      [confirmation, stated],
      [application, appliedFor(life, node)],
    ] as const) {
      const { subject } = life.takes(name, 'prepared', values);
      submits(life, name, subject);
      life.takes(name, 'sent-back', {}, { case: subject });
      life.takes(name, 'withdrawn', noted, { case: subject });
    }
    confirms(life, node);
    const applied = applies(life, node).subject;
    receives(life, application, applied);
    const oral = { form: 'oral', paperDueOn: '2026-05-20' };
    const granted = approves(life, node, oral).subject;
    const answer = { outcome: 'approved', approval: granted };
    life.takes(application, 'answered', answer, { case: applied });
    life.takes(approval, 'confirmed', { clientReference: '区発第5号' }, { case: granted });
    life.takes(approval, 'withdrawn', { withdrawnBecause: '区の指示' }, { case: granted });
    const denied = { contradictedBecause: '対象が異なる' };
    life.takes(approval, 'contradicted', denied, { case: granted });
  }
  return further;
}

function keepsCopies(life: Life, parent: string): void {
  const further = plans(life, parent, { firm: '見本製本' });
  const notice = { subcontract: further, method: 'paper' };
  life.takes('resubcontract-notice', 'notified', notice);
  const own = { subcontract: further, copy: scan };
  life.takes('resubcontract-confirmation', 'copy-kept', own);
  const asked = { firm: further, applicant: parent, copy: scan };
  life.takes('resubcontract-approval-application', 'copy-kept', asked);
  life.takes('resubcontract-notice', 'notified', notice);
}

function hands(life: Life, node: string): void {
  const line = { subcontract: node, contents: '通知書', handedBy: handler, things: [paper] };
  const name = 'subcontract-handover';
  const idle = life.takes(name, 'permitted', line).subject;
  life.takes(name, 'cancelled', noted, { case: idle });
  const about = { case: life.takes(name, 'permitted', line).subject };
  life.takes(name, 'handed', { receivedBy: '見本印刷 担当' }, about);
  life.takes(name, 'settled', { back: 'returned' }, about);
  life.takes(name, 'corrected', { ...noted, correctionReason: '書き誤り' }, about);
  const period = { from: '2026-05-01', until: '2027-03-31' };
  const member = { subcontract: node, person: otherWorker, ...period };
  const { subject } = life.takes('subcontract-member', 'named', member);
  life.takes('subcontract-member', 'left', { until: '2026-12-31' }, { case: subject });
}

function watches(life: Life, node: string): void {
  compares(life, node);
  const stated = { source: 'main-contract', obligation: '再検査を行う' };
  const name = 'contract-obligation';
  const obligation = life.takes(name, 'recorded', stated).subject;
  const checked = { obligations: [obligation], duties: ['patches'] };
  const partial = { ...checked, annex: 'not-due', findingsCount: 1 };
  const { subject } = supervises(life, node, partial);
  const because = { correctionReason: '書き誤り' };
  life.takes(name, 'corrected', { ...because, clause: '第3条' }, { case: obligation });
  life.takes(name, 'removed', noted, { case: obligation });
  life.takes('subcontract-supervision', 'corrected', { ...because, ...noted }, { case: subject });
  const found = { subcontract: node, of: 'annex', finding: '施錠なし', dueOn: '2026-05-31' };
  const finding = life.takes('supervision-finding', 'found', { ...found, duties: ['patches'] });
  const resolved = { outcome: '施錠を確認' };
  life.takes('supervision-finding', 'resolved', resolved, { case: finding.subject });
}

/** Signed and handed over before anything was confirmed or approved. */
function strays(life: Life, parent: string): void {
  const stray = plans(life.by(chief), parent, { firm: '見本紙工' });
  const line = { subcontract: stray, contents: '通知書', handedBy: handler, receivedBy: '-' };
  life.takes('subcontract-handover', 'handed', line);
  life.takes('subcontract', 'contracted', {}, { case: stray });
  life.takes('subcontract', 'ended', { dataEnd: 'destroyed' }, { case: stray });
}
