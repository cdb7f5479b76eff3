import { oneOf, text } from '../../engine/field.ts';
import { approval } from '../../presets/approval.ts';

/**
 * Approval of handling on an external service (外部サービスでの取扱いの承認), clause 21.1. It lifts
 * neither the separation of 21.2 nor the ban of 19(5).
 */
export const externalServiceApproval = approval({
  name: 'external-service-approval',
  title: '外部サービスでの取扱いの承認',
  duty: 'external-service-approval',
  fields: {
    service: oneOf('外部サービス', 'external-service'),
    usage: text('利用の内容', 400),
    data: text('取り扱う情報', 400),
  },
  covers: ['service', 'usage', 'data'],
});
