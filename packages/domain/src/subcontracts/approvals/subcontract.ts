import { oneOf, text } from '../../engine/field.ts';
import { approval } from '../../presets/approval.ts';

/**
 * Consent to a subcontract (再委託の承認), clause 17.1: bound to the firm, its work, the data it
 * handles and the period.
 */
export const subcontractApproval = approval({
  name: 'subcontract-approval',
  title: '再委託の承認',
  duty: 'subcontract-approval',
  fields: {
    firm: oneOf('再委託先', 'subcontract'),
    work: text('再委託する業務', 400),
    data: text('取り扱う情報', 400),
  },
  covers: ['firm', 'work', 'data'],
});
