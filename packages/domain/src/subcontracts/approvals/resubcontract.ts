import { oneOf, text } from '../../engine/field.ts';
import { approval } from '../../presets/approval.ts';

/**
 * Consent to a subcontract further down (再々委託等の承認), clause 17.3: always the client's, at
 * every depth, and bound to the firm, its work, the data it handles and the period.
 */
export const resubcontractApproval = approval({
  name: 'resubcontract-approval',
  title: '再々委託等の承認',
  duty: 'resubcontract-approval',
  fields: {
    firm: oneOf('再々委託先', 'subcontract'),
    work: text('再々委託する業務', 400),
    data: text('取り扱う情報', 400),
  },
  covers: ['firm', 'work', 'data'],
});
