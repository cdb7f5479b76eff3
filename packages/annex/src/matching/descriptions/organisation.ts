import type { DutyId } from '../../duty-ids.ts';
import type { DutyDescription } from '../duty-description.ts';
import { words } from '../vocabulary.ts';

const submittedBefore = '(?:提出|届出)(?:し|済み|た|られた|のあった)?た?(?:書面|内容|事項|者)';

/** Policy, rules, people and their training. */
export const organisationDescriptions = {
  'basic-policy': {
    own: ['基本方針|取扱方針|基本的な方針', '定め|策定|作成|制定|整備'],
    also: ['組織'],
    never: ['公表'],
  },
  'handling-rules': {
    own: [
      '取扱規[程則]|規程|マニュアル|手順書|取扱手順|取扱要領|作業手順',
      '定め|策定|整備|作成|見直|制定',
    ],
    near: ['取扱'],
    never: ['踏まえ|結果|事故|漏えい|緊急', '教育|研修'],
  },
  'chief-officer': {
    own: ['総括(?:的な)?責任者|総括(?:保護|管理)責任者|統括責任者|最終(?:的な)?.{0,4}責任'],
    near: [words.appointed, words.filed],
    key: [words.filed],
    never: ['監査責任者', submittedBefore, '変更'],
  },
  'audit-officer': {
    own: ['監査責任者|点検責任者|監査担当者|(?:監査|点検).{0,12}行う(?:責任)?者', words.appointed],
    key: [words.filed, '以外|独立|兼ね|除|属さ|でない|別の|異なる'],
    never: ['のもと|の下で|選任した', submittedBefore],
  },
  manager: {
    own: ['(?<!括|査|督|検|託)(?:管理責任者|業務責任者|作業責任者|責任者)'],
    near: [words.appointed, words.filed],
    also: ['従事者|従業者|管理責任者'],
    key: [words.filed],
    never: ['総括|監査|最終', '限(?:定|る|り)|アクセス|施錠|閲覧|教育|以外の者', submittedBefore, '変更'],
    apart: ['授受|教育|施錠|監査'],
  },
  'handlers-list': {
    own: ['担当者|従事者|従業者|取扱者|作業者|扱う者', '氏名|名簿|一覧'],
    also: ['期間', '所属|部署'],
    key: [words.filed],
    never: ['入室|入退室|持出|教育|研修', submittedBefore],
  },
  'handler-range': {
    own: ['範囲', '担当者|従事者|従業者|取扱者|者ごと', '定め|明確|指定|決め'],
    also: ['ごと|各|それぞれ'],
    never: ['アクセス|権限|範囲外|範囲を超え|システム|入室|閲覧'],
  },
  'change-filing': {
    own: ['変更|変わ[っる]|異動', words.filed],
    near: ['責任者|担当者|従事者|体制|届出|提出した|名簿'],
    key: ['速やか|遅滞|直ちに|あらかじめ|事前|都度'],
    never: ['再委託|仕様|パスワード|再々'],
  },
  training: {
    own: ['教育|研修|周知', '実施|行[いうっわ]|受講|徹底|受けさせ'],
    also: ['従業者|従事者|担当者|責任者', '遵守|守る|必要'],
    key: [words.filed],
    never: ['甲が.{0,24}(?:実施|行う|開催)|甲の(?:行|実施|指定)', '訓練|代え'],
  },
  'client-training': {
    own: ['教育|研修|講習', '甲が.{0,30}(?:実施|行|開|指定)|甲の(?:行|実施|指定)', '受け|参加|受講|出席'],
  },
  departments: {
    own: [
      '(?:複数|二以上|2以上|いくつか)の(?:部署|部門|課|組織|係)|各(?:部署|部門)|(?:部署|部門)(?:ごと|間|が複数)',
      '分担|責任|役割',
    ],
  },
  secrecy: {
    own: ['漏ら[しさす]|秘密を(?:保持|守)|秘密保持|守秘|口外|他(?:人|に|者).{0,6}(?:知らせ|話)'],
    key: ['終了|解除|退職|満了|後(?:において|も)|終わ'],
    never: ['再委託|暗号|教育|誓約書'],
  },
  'purpose-limit': {
    own: [
      '目的(?:の範囲)?(?:以)?外|他の用途|目的を超え|目的の?ほか|(?:他|別)の目的|のために(?:のみ|だけ)|(?:業務|契約).{0,12}(?:以外|ほか)の?(?:目的|用途|こと)|範囲を超えて',
      '利用|使用|用い|使[わうい]',
    ],
    never: ['ソフト|機器|端末|閲覧'],
  },
  'third-parties': {
    own: ['第三者(?:に|へ)', '提供|開示|渡[しす]|見せ', words.forbidden],
    never: ['再委託する|外部サービス|閲覧'],
  },
} as const satisfies Partial<Record<DutyId, DutyDescription>>;
