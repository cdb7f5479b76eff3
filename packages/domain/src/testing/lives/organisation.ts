import type { JsonObject } from '@kanribo/kernel';
import type { Life } from '../life.ts';
import {
  appoints,
  auditor,
  chief,
  evidenceOf,
  files,
  handler,
  manager,
  otherWorker,
  setUpContract,
} from '../sample.ts';

const noted = { remarks: '備考' };

/** Governing documents, departments, forms, substitutes, ranges, pledges, and somebody who leaves. */
export function organisationLife(): Life {
  const life = setUpContract().by(chief);
  designatesForms(life);
  governsItself(life);
  dividesTasks(life);
  substitutes(life);
  cancels(life);
  life.takes('person', 'changed', { isWorker: true }, { case: auditor });
  life.takes('person', 'changed', { isWorker: false }, { case: manager });
  const signed = { person: handler, occasion: 'taking-office', paper: evidenceOf('5') };
  life.takes('pledge', 'signed', signed);
  life.takes('person', 'left', { reason: '退職' }, { case: handler });
  return life;
}

/** An appointment to each office that never begins. */
function cancels(life: Life): void {
  for (const office of ['chief-officer', 'audit-officer', 'manager', 'handler'] as const) {
    const from = '2027-02-01';
    const coming = { person: office === 'audit-officer' ? auditor : otherWorker, from };
    const period = { ...coming, until: '2027-03-01' };
    if (office === 'audit-officer') {
      life.takes(office, 'ended', { until: '2027-01-31' }, { case: 'audit-officer-1' });
    }
    const { subject } = appoints(life, office, period);
    life.takes(office, 'cancelled', { reason: '辞退' }, { case: subject });
  }
}

function designatesForms(life: Life): void {
  const word = { clientReference: '区発第8号', clientPerson: '区 担当' };
  const about = {
    case: life.takes('designated-form', 'designated', { ...word, filing: 'manager' }).subject,
  };
  const form = { form: evidenceOf('1'), tags: '氏名\n所属' };
  life.takes('designated-form', 'uploaded', form, about);
  life.takes('designated-form', 'replaced', { ...form, clientReference: '区発第9号' }, about);
  const designated = life.takes('manager-filing', 'prepared', { layout: 'designated' });
  const filled = { method: 'hand', filledForm: evidenceOf('2') };
  life.takes('manager-filing', 'submitted', filled, { case: designated.subject });
  life.takes('designated-form', 'own-accepted', word, about);
}

/** What the steps of a governing document are given. */
export const document: Readonly<Record<string, JsonObject>> = {
  drafted: { version: '1.0', text: evidenceOf('3'), summary: '概要' },
  existing: { version: '0.9', text: evidenceOf('4'), establishedOn: '2020-04-01' },
  approved: { from: '2026-04-20' },
  kept: { outcome: 'kept', findings: '変更の必要はない' },
  revise: { outcome: 'revise', findings: '組織の変更', revisedBy: '2026-06-30' },
};

function governsItself(life: Life): void {
  for (const [name, held] of [
    ['basic-policy', 'approved'],
    ['handling-rules', 'reviewed'],
  ] as const) {
    const draft = { case: life.takes(name, 'drafted', document['drafted'] ?? {}).subject };
    life.takes(name, 'approved', document['approved'] ?? {}, draft);
    life.takes(name, 'reviewed', document['revise'] ?? {}, draft);
    life.takes(name, 'withdrawn', noted, draft);
    const existing = { case: life.takes(name, 'existing', document['existing'] ?? {}).subject };
    const values = held === 'approved' ? document['approved'] : document['kept'];
    life.takes(name, held, values ?? {}, existing);
  }
}

function dividesTasks(life: Life): void {
  const about = { case: life.takes('department', 'recorded', { name: '業務部' }).subject };
  const tasks = { tasks: '入力と照合', responsibility: '入力の正確さ', head: manager };
  life.takes('department', 'divided', tasks, about);
  life.takes('department', 'changed', { ...tasks, paper: evidenceOf('6') }, about);
  life.takes('person', 'changed', { department: about.case }, { case: handler });
  life.takes('department', 'dissolved', { reason: '統合' }, about);
}

function substitutes(life: Life): void {
  const both = { includesThisFiling: true, namesHandlers: true };
  const range = { range: 'divided', rangeText: '給与支払報告書', reason: '担当替え' };
  life.takes('handler', 'range-changed', range, { case: 'handler-1' });
  const about = { case: 'change-filing-1' };
  const other = { otherFiling: evidenceOf('7'), ...both };
  life.takes('change-filing', 'substituted', other, about);
  life.takes('change-filing', 'withdrawn', noted, about);
  const list = life.takes('handlers-list', 'substituted', { ...other, containsRange: false });
  life.takes('handlers-list', 'submitted', { method: 'post' }, { case: list.subject });
  life.takes('person', 'changed', { isAdministrator: true }, { case: otherWorker });
  files(life, 'handlers-list');
}
