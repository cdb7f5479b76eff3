import type { DutyId } from '../../duty-ids.ts';
import type { DutyDescription } from '../duty-description.ts';
import { words } from '../vocabulary.ts';

/** Retention, return, destruction and its proof. */
export const closingDescriptions = {
  retention: {
    own: ['(?:保存|保管|保有)(?:する)?(?:期間|年限)|(?:保存|保管).{0,10}期間', '甲|指示|定め'],
    key: ['甲'],
    never: ['ログ|記録を'],
    mayBeOfClient: true,
  },
  'closing-paper': {
    own: [words.paper, '返還|返却|返す|返し|引渡|廃棄|処分'],
    near: [words.ended],
    never: ['証明|証拠|写真|外部(?:へ|に)|専門業者|処分業者', '期間中'],
  },
  'closing-media': {
    own: [`${words.media}|機器|端末`, '返還|返却|返す|返し|破壊|廃棄|消去|壊'],
    near: [words.ended],
    key: ['破壊|破砕|消去|壊|復元'],
    also: ['立会', '返還|返却|返す|返し'],
    never: ['証明|証拠|写真|外部(?:へ|に)|専門業者|処分業者', '期間中'],
  },
  'closing-services': {
    own: [words.service, '返還|返却|廃棄|消去|削除|消し'],
    near: [words.ended],
    never: ['証明'],
  },
  'disposal-certificate': {
    own: ['証明|完了報告|報告書', '廃棄|返還|返却|消去|処理|処分|完了|破壊|措置|前条|前項'],
    near: ['廃棄|返還|返却|消去|破壊|処分|処理'],
    key: ['証明', '提出|報告|交付|出[さし]'],
    also: ['写真|証拠|立会'],
    never: ['外部(?:へ|に).{0,4}委託|監査人|実地|漏えい|再発|業者|代え'],
  },
  'outside-disposal-approval': {
    own: ['廃棄|処分|消去|溶解', '外部(?:へ|に|の)|業者|第三者', '委託|依頼|請け負|頼|行わせ|任せ'],
    key: [words.allowed],
    never: ['再委託先'],
  },
} as const satisfies Partial<Record<DutyId, DutyDescription>>;
