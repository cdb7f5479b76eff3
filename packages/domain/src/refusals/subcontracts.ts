import { dutyTitles, isDutyId } from '@kanribo/annex';
import type { Codes } from './codes.ts';

/** Codes of subcontracts at every depth, each with what it says in Japanese. A code is never renamed. */
export const subcontractsCodes = {
  refusals: {
    'parent-inactive': (p) =>
      `委託元の ${p['case']} がまだ業務を始められる状態にないため、その下の再委託先も始められません。`,
    'confirmation-undelivered': (p) =>
      `${p['case']} の安全管理措置の確認書が、まだ委託者に届いていません。`,
    'subcontract-unapproved': (p) =>
      `${p['case']} について、現在有効な委託者の承認がありません。承認はどの段階でも委託者が行います。`,
    'contract-unsigned': (p) =>
      `${p['case']} の契約の締結がまだ記録されていません。契約の締結の後に業務を始められます。`,
    'subcontract-inactive': (p) =>
      `${p['case']} は業務を始められる状態にないため、情報の引渡しを許可できません。`,
    'measures-unconfirmed': (p) =>
      `確認していない、または不足している安全管理措置が ${p['count']} 件あります。`,
    'measures-not-checked': (p) => `${p['case']} の安全管理措置の確認がまだ完了していません。`,
    'application-before-confirmation': (p) =>
      `${p['case']} の安全管理措置の確認の前に、承認の申請書は作成できません。`,
    'clauses-unconfirmed': (p) => `人が確認していない義務が ${p['count']} 件あります。`,
    'not-a-measure': (p) => `「${titleOf(p['duty'])}」は確認の対象の安全管理措置ではありません。`,
    'other-depth': (p) =>
      `${p['case']} は段階が異なります。再委託には再委託の書面、再々委託等には再々委託等の書面を使ってください。`,
    'applicant-not-orderer': (p) =>
      `${p['case']} の承認は、その業務を出す再委託先が自ら申請します。`,
  },
  waysOut: {
    'activate-subcontract': (p) =>
      `${p['case']} の確認・承認・契約をそろえ、業務の開始を登録すると行えます。`,
    'deliver-confirmation': () => '安全管理措置の確認書を提出し、受領を記録すると行えます。',
    'record-contract': () => '同等以上の規定を定めた契約を締結し、記録すると行えます。',
    'answer-measures': (p) => `残りの ${p['count']} 件を根拠とともに確認すると完了できます。`,
    'confirm-measures': (p) => `${p['case']} の安全管理措置の確認を完了すると行えます。`,
    'confirm-clauses': (p) => `残りの ${p['count']} 件を条項ごとに確認すると完了できます。`,
  },
  deviations: {
    'contract-without-approval': '承認のない再委託契約の締結',
    'contract-before-confirmation': '安全管理措置の確認の前の再委託契約の締結',
    'handed-without-approval': '承認のない再委託先への情報の引渡し',
    'handed-before-contract': '再委託契約の締結前の情報の引渡し',
  },
  warnings: {
    'clauses-not-compared':
      '再委託契約の規定の対照がまだ完了していません。同等以上の規定があるかを確かめてください。',
    'notice-before-application':
      'この通知より前に行われた申請の記録がありません。申請の後の通知として数えません。',
    'handed-still':
      'この再委託先に渡したままの情報の記録があります。返却または廃棄の確認を記録してください。',
    'supervision-partial':
      '今回対象としなかった義務があります。本契約のすべての義務を監督の対象にしてください。',
  },
} as const satisfies Codes;

function titleOf(duty: string | number | undefined): string {
  const id = String(duty);
  return isDutyId(id) ? dutyTitles[id] : id;
}
