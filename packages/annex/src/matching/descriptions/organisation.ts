import type { DutyId } from '../../duty-ids.ts';
import type { DutyDescription } from '../duty-description.ts';
import { words } from '../vocabulary.ts';

const submittedBefore = '(?:提出|届出)(?:し|済み|た|られた|のあった)?た?(?:書面|内容|事項|者)';

/** Policy, rules, people and their training. */
export const organisationDescriptions = {
  'basic-policy': {
    own: ['方針', '定め|策定|作成|制定|整備'],
    also: ['組織'],
    never: ['公表'],
  },
  'handling-rules': {
    own: [
      '取扱[規程則]|規程|マニュアル|手順書|取扱手順|要領|作業手順|内規|規定類',
      '定め|策定|整備|作成|制定|設け|(?<!(?:踏まえ|結果).{0,60})見直',
    ],
    near: ['取扱'],
    never: ['事故|漏えい|緊急', '教育|研修'],
  },
  'chief-officer': {
    own: ['[総統]括.{0,6}(?:責任者|管理者)|最終(?:的な)?.{0,4}責任'],
    near: [`${words.appointed}|${words.filed}`],
    key: [words.filed],
    never: ['監査責任者', submittedBefore, '変更', '括責任者と(?:あわせ|合わせ|とも)'],
  },
  'audit-officer': {
    own: ['監査責任者|点検責任者|監査担当者|(?:監査|点検).{0,12}行う(?:責任)?者'],
    near: [words.appointed],
    key: [words.filed, '以外|独立|兼ね|除|属さ|でない|別[のに]|異なる|該当しない'],
    never: ['のもと|の下で|選任した', '監査責任者[はに]、|監査させ|点検させ', submittedBefore],
  },
  manager: {
    own: ['(?<![括査督検託護]|総括管理)(?:責任者|保護管理者|業務管理者)'],
    near: [`${words.appointed}|${words.filed}`, words.filed],
    also: ['従事者|従業者|管理責任者'],
    key: [words.filed],
    never: [
      '最終|[総統]括する責任者',
      '限(?:定|る|り)|アクセス|施錠|閲覧|教育|以外の者',
      submittedBefore,
      '変更',
    ],
    apart: ['授受|教育|施錠|監査'],
  },
  'handlers-list': {
    own: [
      words.persons,
      '氏名|名簿|一覧|(?:担当|従事|従業|取扱|作業)者を(?:定め|選任|指定|特定)|及びその.{0,6}範囲',
    ],
    near: [words.filed],
    also: ['期間', '所属|部署', '名簿|一覧|記録'],
    key: ['氏名|名簿|一覧|所属'],
    never: ['入室|入退室|持出|教育|研修', submittedBefore],
  },
  'handler-range': {
    own: ['範囲', `${words.persons}|者ごと`, '定め|明確|明らか|指定|決め'],
    also: ['ごと|各|それぞれ'],
    never: ['アクセス|権限|範囲外|範囲を超え|システム|入室|閲覧'],
  },
  'change-filing': {
    own: ['変更|変わ[っる]|変え|異動', words.filed],
    near: ['責任者|担当者|従事者|体制|届出|提出した|名簿|報告'],
    key: ['速やか|遅滞|直ちに|あらかじめ|事前|都度|前までに|前日'],
    never: ['再委託|仕様|パスワード|再々'],
  },
  training: {
    own: ['教育|研修|周知|講習', '実施|行[いうわっ]|受講|徹底|受けさせ|施[しす]'],
    also: ['従業者|従事者|担当者|責任者', '遵守|守る|必要'],
    key: [words.filed],
    never: [
      '甲が.{0,24}(?:実施|行う|開催|主催)|甲の(?:行|実施|指定)',
      '対応.{0,8}訓練|事故.{0,20}訓練|代え',
    ],
  },
  'client-training': {
    own: [
      '教育|研修|講習',
      '甲が.{0,30}(?:実施|行|開|指定|主催)|甲の(?:行|実施|指定|主催)',
      '受け|参加|受講|出席',
    ],
  },
  departments: {
    own: [
      '(?:複数|二以上|2以上|いくつか)の(?:部署|部門|課|組織|係)|各(?:部署|部門)|(?:部署|部門)(?:ごと|間|が複数)',
      '分担|責任|役割',
    ],
  },
  secrecy: {
    own: [
      '漏ら[しさす]|漏えいし(?:て|ない)|秘密を(?:保持|守)|秘密保持|守秘|口外|他言|他(?:人|に|者).{0,6}(?:知らせ|話)',
    ],
    key: ['終了|解除|退職|満了|後(?:において|も)|終わ'],
    never: ['再委託|暗号|教育|誓約書|条項を'],
  },
  'purpose-limit': {
    own: [
      '目的(?:の範囲)?(?:以)?外|他の用途|目的を超え|目的の?ほか|(?:他|別)の目的|(?:以外|ほか|外)の.{0,4}(?:目的|用途)|のために(?:のみ|だけ)|(?:業務|契約).{0,12}(?:以外|ほか)の?(?:目的|用途|こと)|範囲を超えて',
      '利用|使用|用い|使[わうい]',
    ],
    never: ['ソフト|機器|端末|閲覧'],
  },
  'third-parties': {
    own: [
      '第三者(?:に|へ)|他(?:人|者)(?:に|へ)|外部(?:に|へ)',
      '提供|開示|(?<!譲)渡[しす]|見せ|貸[しす与]',
      words.forbidden,
    ],
    never: ['再委託する|外部サービス|閲覧'],
  },
} as const satisfies Partial<Record<DutyId, DutyDescription>>;
