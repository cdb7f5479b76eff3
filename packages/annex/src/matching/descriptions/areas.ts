import type { DutyId } from '../../duty-ids.ts';
import type { DutyDescription } from '../duty-description.ts';

const place = '区域|サーバ|電算室|機械室|室|場所';
const fixed = '明確|定め|指定|決め|限定|設け|区分|区画|次に(?:よ|掲げ|示)|次の';

/** Where work is done, and who goes in and out. */
export const areaDescriptions = {
  'handling-area': {
    own: [
      '取扱区域|作業区域|作業を行う場所|執務室|(?:事務|業務|作業).{0,8}(?:実施|行|取扱|処理)[^。]{0,6}(?:区域|場所|部屋)|取扱場所|作業場所|執務場所',
      `${fixed}|間仕切|仕切|座席|壁|ついたて|衝立`,
    ],
    key: ['間仕切|仕切|壁|座席|覗見|見え|ついたて|衝立'],
    never: ['持出|持込|入退室|入室|外に|以外の場所'],
  },
  'controlled-area': {
    own: [
      '管理区域|(?:機器|サーバ|情報システム)[^。]{0,14}(?:区域|室|場所)|サーバ室|サーバルーム|電算室|電算機室|機械室|マシン室|機器室',
      `${fixed}|措置`,
    ],
    never: ['入室|持出|持込|入退室|立会|立入|侵入|できる者|付き添'],
  },
  'area-entry-list': {
    own: [
      '入室|立入|入れる|入る(?:こと)?',
      '[者人]を(?:定め|限定|指定|あらかじめ|登録|限|決め)|名簿|できる者|許可され(?:た|て)|一覧',
    ],
    near: [place],
    never: ['立会|付き添|同行|入退室(?!でき)|者以外|ない者|以外の者が'],
  },
  'area-escort': {
    own: ['立会|付き添|同行|同伴|随行', '入室|入る|立入|入れる'],
    near: [place],
    never: ['廃棄|破壊|終了'],
  },
  'area-entry-records': {
    own: ['入退室|入室|退室|入った|出入り|立入|入退|入場', '記録(?!媒体)|入退室簿|管理簿'],
    near: [place],
    key: ['識別|名札|バッジ|見分け|腕章|入室証|入館証'],
  },
  'area-brought-in': {
    own: ['持込', '制限|禁|ならない|許可|限|ないこと|承認'],
    near: [place],
    never: ['入室できる者'],
  },
  'area-intrusion': {
    own: ['侵入|不法', '警報|監視|施錠|カメラ|錠|センサ|防犯'],
    never: ['サイバー|アクセス'],
  },
} as const satisfies Partial<Record<DutyId, DutyDescription>>;
