import type { DutyId } from '../../duty-ids.ts';
import type { DutyDescription } from '../duty-description.ts';
import { words } from '../vocabulary.ts';

/** Services of others, on the network. */
export const serviceDescriptions = {
  'external-service-approval': {
    own: [
      '(?:外部|他社)(?:の)?サービス|クラウド|約款|インターネット上のサービス|SaaS',
      words.forbidden,
    ],
    key: [words.allowed],
    never: ['選定|仕様|提供する(?:とき|場合)|(?<!その)他の外部|基準|返還|分離|監査|調査|提供者'],
  },
  'external-service-criteria': {
    own: [words.service, '選定|条件|基準|要件|評価|登録', '満た|適合|選定|従|選ば|選び|認証'],
    also: ['分離'],
    never: ['仕様|甲に.{0,12}提供', '監査人'],
  },
  'provided-service-specification': {
    own: [words.service, '乙が.{0,20}提供|甲に.{0,20}提供|乙の提供', '仕様|要件|求め'],
    never: ['(?:他|別)の|第三者の|他社|返還|実地|調査|監査'],
  },
  'provided-service-chain': {
    own: [
      '(?:他|別)の.{0,10}(?:サービス|クラウド)|第三者の.{0,8}サービス|他社',
      '仕様|特記|特約|遵守|守',
    ],
    near: [words.service, '提供'],
    never: ['返還|監査'],
  },
} as const satisfies Partial<Record<DutyId, DutyDescription>>;
