import { someOf, text } from '../../engine/field.ts';
import { approval } from '../../presets/approval.ts';

/**
 * Approval of handling where the internet is reached (インターネットに接続された環境での取扱いの承認),
 * clause 20(6)オ: names the systems and the measures of キ and ク. It lifts neither カ nor 19(5).
 */
export const internetEnvironmentApproval = approval({
  name: 'internet-environment-approval',
  title: 'インターネットに接続された環境での取扱いの承認',
  duty: 'no-internet-environment',
  fields: {
    systems: someOf('対象の情報システム・機器', 'system', 'thing'),
    measures: text('講じる対策', 400),
  },
  covers: ['systems', 'measures'],
});
