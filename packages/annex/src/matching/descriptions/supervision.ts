import type { DutyId } from '../../duty-ids.ts';
import type { DutyDescription } from '../duty-description.ts';
import { words } from '../vocabulary.ts';

/** Reports, checks, audits and consultation. */
export const supervisionDescriptions = {
  'compliance-report': {
    own: [
      '報告(?:を(?:求め|行|[しす])|[しす]|書を|させ|に応)',
      '遵守|履行|状況|実施',
      '求め|定期|応じ|随時|毎|年[1一]回',
    ],
    key: ['報告'],
    never: ['改善|結果を受け|監査責任者|教育|研修|再委託|再々委託|変更|点検|代え|分析|被害|直ちに'],
    apart: ['事故|漏えい|教育'],
    mayBeOfClient: true,
  },
  'on-site-check': {
    own: ['実地|立入|現地|事業所に|事務所に|訪問', '調査|検査|確認|監査|点検'],
    never: ['困難|代え|管理区域|結果を|できる者|入室'],
    mayBeOfClient: true,
  },
  'inspection-certificates': {
    own: ['証明書|監査報告書|報告書', '監査人|認証機関|第三者', '実地|調査|立入|現地'],
    never: ['監査に代え'],
    mayBeOfClient: true,
  },
  improvement: {
    own: ['改善|是正', '指示|命[じず]|求め|要求|指摘|勧告|措置'],
    never: ['再委託|再々委託|再発'],
    apart: ['事故|漏えい'],
    mayBeOfClient: true,
  },
  'subcontractor-improvement': {
    own: ['再委託|再々委託', '報告|説明|改善|是正', '求め|指示|命[じず]'],
    never: ['事故|申請|漏えい'],
    apart: ['事故|漏えい'],
    mayBeOfClient: true,
  },
  inspection: {
    own: [
      '点検|監査|自己検査',
      '行[いうわっ]|実施|させ|監査し|点検し',
      '定期|随時|年に?[0-9一二]|毎年|毎月|半年|四半期|月に',
    ],
    near: ['情報|番号|取扱|遵守'],
    key: ['監査責任者|点検責任者', words.filed],
    never: [
      '甲が|甲による|甲の行|踏まえ|選任し、|選任しなければ|選び|協力|以外の者|見直|ログ|実地|立入',
    ],
  },
  'client-audit': {
    own: ['監査', '協力|(?:求め|監査|これ)に応じ|受け(?:入れ|なければ|る)'],
    near: ['甲|要綱|実施され|ポリシー'],
    never: ['監査人|困難|監査責任者'],
    mayBeOfClient: true,
  },
  'audit-certificates': {
    own: [
      '証明書|監査報告書|報告書',
      '監査人|認証機関|第三者',
      '監査に代え|監査の(?:実施|代わり)|甲(?:が|による|の)(?:実施する|行う)?監査',
    ],
    mayBeOfClient: true,
  },
  'rules-revision': {
    own: [
      '規[程則]|マニュアル|手順|要領|体制|内規',
      '見直|改め|改正|改訂|改定',
      '点検|監査|調査|検査|結果',
    ],
    never: ['策定又は|事故|基本方針'],
  },
  consultation: {
    own: ['疑義|疑い|定め(?:の|が)?(?:ない|なき)|書かれていない', '協議|相談|話し合'],
    mayBeOfClient: true,
  },
} as const satisfies Partial<Record<DutyId, DutyDescription>>;
