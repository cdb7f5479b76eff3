import { oneOf, text, things } from '../../engine/field.ts';
import { approval } from '../../presets/approval.ts';

/**
 * Approval of disposal by another firm during the contract (廃棄の外部委託の承認), clause 23.3: given
 * before the firm picks anything up; its period is when it may.
 */
export const outsideDisposalApproval = approval({
  name: 'outside-disposal-approval',
  title: '廃棄の外部委託の承認',
  duty: 'outside-disposal-approval',
  fields: {
    things: things('廃棄を委託するもの'),
    firm: text('廃棄を行う事業者', 100),
    subcontract: oneOf('再委託先としての登録', 'subcontract'),
    disposalMethod: text('廃棄の方法', 400),
  },
  covers: ['things', 'firm', 'disposalMethod'],
  mayCover: ['subcontract'],
});
