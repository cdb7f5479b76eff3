import { type Day, dayOf, exhaustive, formatEraWithYear, momentOf } from '@kanribo/kernel';
import { type IssuingRefusal, longestTitle, mostHostNames } from '@kanribo/keys';

/** Why no certificate is issued, and what to do; a Japanese sentence. */
export function sentenceOfIssuing(refusal: IssuingRefusal): string {
  switch (refusal.code) {
    case 'authority-exists':
      return '認証局は既にあります。サーバー証明書だけを新しくするには kanribo keys tls renew を実行してください。名前が変わるときは create に --replace を付けると、認証局から作り直します（全部のパソコンで、新しい認証局を信頼し直すことになります）。';
    case 'authority-missing':
      return '認証局がまだありません。kanribo keys tls create に、サーバーの名前かIPアドレスを指定して作ってください。';
    case 'authority-expired':
      return `認証局の期限（${dayText(refusal.to)}）が過ぎています。kanribo keys tls create に --replace を付けて作り直し、全部のパソコンで新しい認証局を信頼させてください。`;
    case 'host-not-permitted':
      return `「${refusal.name}」は、この認証局が証明できる名前ではありません（証明できるのは ${refusal.permitted.join('、')} だけです）。名前を変えるときは kanribo keys tls create --replace で認証局から作り直してください。`;
    case 'title-malformed':
      return `端末の名前は、前後の空白のない${longestTitle}文字までにしてください。`;
    case 'hosts-missing':
      return 'サーバーの名前（例: kanribo.office.lan）かIPアドレスを、一つ以上指定してください。';
    case 'hosts-too-many':
      return `サーバーの名前は${mostHostNames}個までにしてください。`;
    case 'host-wildcard':
      return `「${refusal.name}」のようなワイルドカードの証明書は作りません。サーバーの名前を一つずつ指定してください。`;
    case 'host-not-ascii':
      return `「${refusal.name}」は使えません。サーバーの名前は英字・数字・ハイフンで指定してください（日本語の名前は xn-- で始まる形に直します）。`;
    case 'host-unspecified':
      return `「${refusal.name}」は待ち受けのための書き方で、機械の名前ではありません。パソコンから開くときのIPアドレスを指定してください。`;
    case 'host-malformed':
      return `「${refusal.name}」は、サーバーの名前でもIPアドレスでもありません。kanribo.office.lan や 192.168.1.10 のように、https:// やポート番号を付けずに指定してください。`;
    default:
      return exhaustive(refusal);
  }
}

/** The day a certificate ends, in the Japanese era with the year beside it. */
export const dayText = (moment: Date): string => formatEraWithYear(dayIn(moment));

/** The day in Japan. */
export const dayIn = (moment: Date): Day => dayOf(momentOf(moment.getTime()));
