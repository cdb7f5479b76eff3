import { declareCase } from '../engine/declare.ts';
import { choice, day, evidence, text } from '../engine/field.ts';
import { saidByAccount } from '../presets/clients-word.ts';

const recorders = ['set-up', 'chief-officer', 'manager', 'client-officer'] as const;

/**
 * A request of the client to report how the contract is kept (報告の求め), clause 24.1. Whoever wrote
 * it down, it is the client's word: only the client's officer strikes it out.
 */
export const complianceRequest = declareCase({
  name: 'compliance-request',
  preset: 'register',
  title: '遵守状況の報告の求め',
  duty: 'compliance-report',
  house: true,
  fields: {
    occasion: choice('報告の種類', { regular: '定期', 'on-request': '必要に応じたもの' }),
    dueOn: day('報告の期限'),
    clientPerson: text('求めた委託者の担当者', 100),
    clientReference: text('委託者の文書番号', 100),
    scope: text('求められた内容', 400),
    paper: evidence('求めの書面の写し'),
    remarks: text('備考', 400),
  },
  steps: {
    requested: {
      title: '求めの記録',
      from: ['new'],
      nature: 'fact',
      by: recorders,
      required: ['occasion', 'dueOn', 'clientPerson'],
      optional: ['clientReference', 'scope', 'paper', 'remarks'],
    },
    postponed: {
      title: '期限の変更の記録',
      from: ['requested', 'postponed'],
      nature: 'fact',
      by: recorders,
      required: ['dueOn', 'clientPerson'],
      optional: ['clientReference', 'remarks'],
      forbid: saidByAccount,
    },
    withdrawn: {
      title: '求めの取消しの記録',
      from: ['requested', 'postponed'],
      nature: 'fact',
      by: recorders,
      required: ['clientPerson'],
      optional: ['clientReference', 'remarks'],
      forbid: saidByAccount,
    },
  },
  final: ['withdrawn'],
  voiding: { by: ['client-officer'] },
});
