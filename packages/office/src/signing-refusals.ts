import { type SigningRefusal, instanceId } from '@kanribo/application';
import { parseOrigin } from '@kanribo/evidence';
import { exhaustive } from '@kanribo/kernel';

/** Why a head is not signed, and what to do; Japanese sentences. */
export function sentenceOfRefusal(refusal: SigningRefusal): string {
  const { origin } = refusal;
  const way = wayOf(origin);
  switch (refusal.code) {
    case 'guard-ahead':
      return `${origin} は${refusal.size}件ですが、既に${refusal.signedSize}件まで署名しています。古いデータに戻されています。${way}`;
    case 'guard-differs':
      return `${origin} は、署名した${refusal.signedSize}件までの内容と違います。作り替えられています。${way}`;
    case 'guard-unknown':
      return `${origin} は、どこまで署名したか分かりません（バックアップから戻した鍵です）。${way}`;
    case 'no-key':
      return `${origin} に署名する鍵がありません。--keys の場所を確かめてください。`;
    default:
      return exhaustive(refusal);
  }
}

/** The order is given whole: the instance's own log is resumed apart from those of a contract. */
function wayOf(origin: string): string {
  const contract = parseOrigin(origin)?.contract ?? instanceId;
  return `署名は行いません。正しいデータに戻すか、失われたことを届け出る場合は kanribo resume --contract ${contract} で再開してください。`;
}
