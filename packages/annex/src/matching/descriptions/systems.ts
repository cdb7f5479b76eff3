import type { DutyId } from '../../duty-ids.ts';
import type { DutyDescription } from '../duty-description.ts';
import { words } from '../vocabulary.ts';

const unpermitted =
  '許可(?:され|を受け|を得|の)?(?:ていない|てい?ない|ない|なく)|許可していない|承認(?:され|を受け|を得)?(?:ていない|ない|なく)';
const denied = 'ならない|ない(?:こと|もの|[。、]|$)|禁';

/** Information systems and the equipment they run on. */
export const systemDescriptions = {
  'system-limit': {
    own: ['システム|端末|パソコン|機器', '限定|限[るり]|特定し|専用'],
    near: ['取扱|処理|使'],
    key: ['技術的|(?:持出|書き出し|書き込み|出力).{0,12}(?:ない|禁|制限)'],
    never: ['アクセス|権限|インターネット|許可|者に限'],
  },
  'access-limit': {
    own: ['アクセス|利用権限|操作権限', '権限|範囲|制御|制限|限定'],
    key: ['権限|範囲', '限(?:定|る|り)|制御|制限|必要(?:最小限|な者)'],
    never: ['不正アクセス|ログ|格納|保管|記録媒体|外部からの'],
  },
  authentication: {
    own: ['認証|ID|ユーザ|利用者', 'パスワード|認証|生体|ICカード'],
    also: ['多要素|二要素|2要素|二つ以上|2つ以上|複数'],
    never: ['暗号|ファイルに|監査|郵送|認証機関'],
  },
  'log-analysis': {
    own: [
      'ログ(?!イン|オン|アウト)|(?:操作|アクセス|利用|使用|通信)(?:の|した)?(?:記録(?!媒体)|履歴)',
      '取得|保管|保存|分析|採取|残|記録する',
    ],
    key: ['分析|解析|点検|確認|調べ|検証'],
    never: ['入退室|管理簿'],
  },
  'no-internet-environment': {
    own: [
      'インターネット|外部(?:の)?(?:ネットワーク|回線)|公衆回線',
      '接続|つなが|つない',
      `${denied}|限り`,
    ],
    key: [words.allowed],
    never: ['分離|切り離|暗号|標的型|にかかわらず|送信し|送付|私物'],
  },
  'network-separation': {
    own: ['分離|切り離|独立した|隔離|遮断', 'ネットワーク|回線|網|LAN|物理的|論理的'],
    never: ['サービス'],
  },
  'targeted-attacks': {
    own: [
      '標的型|サイバー攻撃|(?:外部から|インターネット).{0,20}(?:攻撃|不正アクセス)',
      '措置|対策|講じ|備え|防',
    ],
    never: ['ログ|分析'],
  },
  'internet-encryption': {
    own: ['暗号'],
    near: ['インターネット|外部(?:の)?ネットワーク', '接続|つな'],
    never: ['郵送|送付|持出|媒体|回線|データセンタ|サービス|無線|送信'],
    apart: ['送付|郵送|授受|受渡'],
  },
  'data-centre-line': {
    own: ['データセンタ|遠隔地|サーバの設置場所', '回線|専用線|VPN|通信路'],
  },
  'virus-protection': {
    own: [words.virus, '導入|ソフト|更新|最新|定義|パターン|インストール'],
    key: ['更新|最新'],
    never: ['接続する(?:とき|場合|際|前)|つなぐ|検疫'],
  },
  patches: {
    own: [
      '修正プログラム|パッチ|セキュリティ更新|更新プログラム|脆弱性|アップデート|(?:OS|オペレーティング).{0,24}(?:最新|更新|修正)',
      '適用|当て|更新|最新|修正|速やか|実施',
    ],
    never: ['原因'],
  },
  'unpermitted-devices': {
    own: [
      `私物|私用|個人(?:の|が)?(?:所有|持)|自己の所有|${unpermitted}`,
      '機器|端末|媒体|パソコン|USB|スマート',
      denied,
    ],
    never: ['持込', '再委託|複製|持出|保管するとき', 'ソフト|アプリ'],
  },
  'media-virus-check': {
    own: [
      words.virus,
      words.media,
      '接続|挿|読み込|読み取|つな|使[うい]|利用|差し',
      'チェック|検査|スキャン|確認|検疫|調べ',
    ],
  },
  'unpermitted-software': {
    own: [
      'ソフト|アプリ|プログラム',
      `ファイル(?:交換|共有)|Winny|Share|P2P|業務に(?:不要|関係)|${unpermitted}`,
      denied,
    ],
  },
  'theft-prevention': {
    own: ['盗難|紛失|ワイヤ|固定|盗ま', '固定|ワイヤ|動かせない|つなぎ'],
    never: ['事故'],
  },
} as const satisfies Partial<Record<DutyId, DutyDescription>>;
