import type { DutyId } from '../../duty-ids.ts';
import type { DutyDescription } from '../duty-description.ts';
import { words } from '../vocabulary.ts';

/** Handing over, sending, taking out and copying. */
export const sendingDescriptions = {
  'hand-over-persons': {
    own: ['授受|受渡|引渡|受け取り|受領', '限(?:定|る|り|っ)|のみ|だけ|以外の者|指定した者', '者'],
    never: ['閲覧|アクセス|再委託'],
  },
  'media-sending-protection': {
    own: [words.media, words.sending, '暗号|パスワード'],
    also: ['施錠|鍵|開梱|開封'],
    never: ['持出'],
  },
  'paper-sending-protection': {
    own: [words.paper, words.sending, '封緘|目隠|封入|密封|封筒|封を|のり付け|糊|見えない'],
    never: ['持出'],
  },
  'sending-register': {
    own: [words.sending, `${words.register}|追跡|書留`],
    key: ['追跡|書留|特定記録|配達(?:の)?(?:記録|証明|状況|確認)|受領の?確認', words.register],
    never: ['持出|媒体を廃棄'],
  },
  'no-internet-sending': {
    own: [
      'インターネット|電子メール|メール|FAX|ファクシミリ|公衆|ファイル転送',
      '送信|送付|送[らるりっ]|伝送|受渡|授受',
      'ならない|ない(?:こと|もの|[。、]|$)|禁',
    ],
    key: ['インターネット|公衆|メール'],
    never: ['接続され(?:た|ている)環境'],
  },
  'take-out-approval': {
    own: [words.takenOut, `${words.forbidden}|(?:許可|承認|承諾|同意)を(?:受|得)`],
    near: [`${words.paper}|${words.media}|特定個人情報|個人番号|区域|場所`],
    key: [words.allowed],
    never: [
      '技術的|ソフト|ワイヤ|情報の持出|暗号|封緘|にあたっては|管理簿|台帳|記録簿|記録する|記入',
    ],
  },
  'take-out-register': {
    own: [words.takenOut, words.register],
    also: ['用途|目的|行き先|持出先', '承認者|者'],
    key: ['日時|年月日|日付|いつ', '返却|返し|返した|返還|戻'],
    never: ['技術的|送付|郵送'],
  },
  'take-out-protection': {
    own: ['暗号|封緘|同様の措置|同様に|保護|施錠|鍵|同じように|と同じ|パスワード'],
    near: [words.takenOut],
    never: ['郵送|発送|技術的|ワイヤ|キャビネット|廃棄|壁|侵入|接続|無断'],
    apart: ['情報システムで取扱|接続'],
  },
  'copy-approval': {
    own: [
      '複製|複写|コピー|写しを(?:作|取|とっ)',
      `${words.forbidden}|(?:許可|承認|承諾)を(?:受|得)`,
    ],
    key: [words.allowed],
    never: ['契約書|提出'],
  },
} as const satisfies Partial<Record<DutyId, DutyDescription>>;
