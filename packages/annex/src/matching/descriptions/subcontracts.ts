import type { DutyId } from '../../duty-ids.ts';
import type { DutyDescription } from '../duty-description.ts';
import { words } from '../vocabulary.ts';

const accepted = `${words.allowed}|${words.filed}`;

/** Subcontracting at every depth. */
export const subcontractDescriptions = {
  'subcontract-approval': {
    own: [words.subcontract, words.forbidden, accepted],
    key: [words.allowed],
    never: [
      words.further,
      '締結|監督|遵守させ|同等|講じ|確認|同様|損害|事故|説明|申請する場合|廃棄',
    ],
  },
  'subcontract-confirmation': {
    own: [
      words.subcontract,
      '安全管理|保護措置|管理措置|必要な措置|管理体制|管理能力',
      '確認|確かめ',
    ],
    key: [
      '締結(?:する)?前|契約(?:の|する)?前|あらかじめ|事前|先立ち|結ぶ前',
      `${words.filed}|申請`,
    ],
    never: ['再々委託|さらに', '監督し'],
  },
  'resubcontract-approval': {
    own: [words.further, words.allowed],
    never: ['締結|通知|知らせ|準用|監督|確認|報告|損害'],
  },
  'resubcontract-confirmation': {
    own: ['安全管理|保護措置|管理措置|必要な措置|管理体制', '確認|確かめ'],
    near: [words.further],
    key: ['締結(?:する)?前|契約(?:の|する)?前|あらかじめ|事前|先立ち|結ぶ前', words.filed],
    never: ['監督し|(?<!再々委託.{0,60})再委託(?:契約の|しようと)'],
  },
  'resubcontract-notice': {
    own: [
      '申請|申し出',
      '元となる|元の|上位|直近|もととなる|契約の相手|注文者|発注元|委託した者',
      '通知|知らせ|報告',
    ],
    near: [words.further],
  },
  'subcontract-clauses': {
    own: [
      '再委託',
      '同等|同程度|同一の|同様の(?:義務|規定|措置|内容|条項)|より厳し|と同じ(?:内容|義務|規定)',
      '定め|規定し|盛り込|契約(?:に|書)|課[しさす]|明記|負わせ',
    ],
    never: ['再々委託|準用|確認'],
  },
  'subcontract-supervision': {
    own: ['再委託', '監督'],
    key: ['遵守|守らせ|義務|履行'],
    never: ['事故|漏えい|再々委託'],
    apart: ['事故|漏えい'],
  },
  'resubcontract-supervision': {
    own: [words.further, '準用|同様|同等|監督'],
    near: ['監督|義務|遵守|守らせ|同等'],
    never: ['事故|報告先|承認|承諾|許可|認め|確認|損害|説明|締結'],
    apart: ['事故|漏えい'],
  },
} as const satisfies Partial<Record<DutyId, DutyDescription>>;
