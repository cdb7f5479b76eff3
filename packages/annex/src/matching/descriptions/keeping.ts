import type { DutyId } from '../../duty-ids.ts';
import type { DutyDescription } from '../duty-description.ts';
import { words } from '../vocabulary.ts';

const denied = 'ならない|ない(?:こと|もの|[。、]|$)|禁';
/** A contract that has come to its end, not the example of one. */
const endedNow = '(?:終了|解除|満了|完了)(?:し|後|の(?:とき|際|後)|時(?!の例|に準))|終わ';

const beyondRestoring = '復元|復旧|再現|読み?取れな|読めな|シュレッダ|裁断|溶解|焼却|細断|判読';

/** Keeping, using and destroying paper and media during the contract. */
export const keepingDescriptions = {
  erasure: {
    own: ['消去|抹消|削除|(?<!解)消す', '方法|手段|復元|漏えい|ソフト|読み?取れ'],
    near: ['媒体|データ|機器'],
    key: ['漏えい|復元|復旧|読み?取れ|再現'],
    never: [
      '廃棄の場合|証明|改ざん|滅失|事故|協議|紙|文書|書類|印刷物|帳票',
      words.ended,
      '返還|返却',
    ],
    apart: [`${words.ended}|返還|返却`],
  },
  'use-register': {
    own: ['利用|使用|閲覧|取扱(?:の)?状況', `${words.paper}|ファイル`, words.register],
    never: ['廃棄|削除|持出|送付|郵送|消去|入退室|ログ|媒体|裁断|複写|複製'],
  },
  'paper-readers': {
    own: [
      `${words.paper}|ファイル|資料`,
      '閲覧|見る|見せ|取扱|利用',
      '限(?:定|る|り)|以外の者|のみ|だけ',
      '担当者|従事者|取扱者',
    ],
    never: ['施錠|キャビネット|範囲|アクセス|媒体|送付|授受|鍵|間仕切|画面|覗見|座席'],
  },
  'paper-range': {
    own: [
      '範囲外|範囲を(?:超|こ)え|範囲の外|範囲以外',
      '閲覧|見[てるた]|取扱|利用|アクセス|参照',
      denied,
    ],
    never: ['目的|委託の範囲'],
  },
  'locked-storage': {
    own: ['施錠|鍵|キャビネット|金庫|ロッカー|保管庫', '保管|管理|収納|しま[いうっ]|入れ'],
    also: [`${words.paper}|${words.media}|特定個人情報`],
    never: [
      '送付|郵送|侵入|警報|開梱|持出|暗号|入退室|入室|区域|サーバ|室[をに]|扉',
      'パスワード|システム',
    ],
    apart: ['送付|郵送|持出'],
  },
  'paper-destruction': {
    own: [`${words.paper}|ファイル`, '廃棄|処分|裁断|溶解|焼却|細断|捨て', beyondRestoring],
    key: [words.register],
    never: ['外部(?:へ|に)|委託する|証明', words.ended, '返還|返却'],
    apart: [`${words.ended}|返還|返却`],
  },
  'media-disposal': {
    own: [`${words.media}|機器|端末|パソコン`, '廃棄|処分|破壊|破砕'],
    key: [words.register],
    also: ['契約期間中|期間中|不要と?な', '準じ|例に'],
    never: ['外部(?:へ|に)|委託する|困難|証明', endedNow, '返還すべき', '返却'],
    apart: [`${words.ended}|返還|返却`],
  },
  'paper-deletion': {
    own: [
      '削除|塗り?つぶ|マスキング|墨消し|塗抹',
      `${words.paper}|ファイル`,
      '復元|読め|方法|手段|見え',
    ],
    key: [words.register],
    never: ['データを|媒体', words.ended],
  },
  'media-storage-permission': {
    own: [
      words.media,
      '格納|保存|保管|書き込|書き出|コピー|複写|移し',
      `${words.allowed}|届出|報告`,
    ],
    key: [words.allowed],
    also: ['アクセス'],
    never: ['送付|郵送|キャビネット|廃棄|持出|許可(?:され|の)'],
  },
  'no-provision-network': {
    own: ['情報提供(?:等記録開示)?ネットワーク', denied],
  },
} as const satisfies Partial<Record<DutyId, DutyDescription>>;
