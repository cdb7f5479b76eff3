import { ApplicationFault, type ApplicationFaultCode } from '@kanribo/application';
import { FormsFault, type FormsFaultCode } from '@kanribo/forms';
import { KeysFault, type KeysFaultCode } from '@kanribo/keys';
import { StoreFault, type StoreFaultCode } from '@kanribo/store';
import { CliFault } from '../cli-fault.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/**
 * Says on the error output what ended a command and what to do; answers the exit code. The stack
 * is shown only with KANRIBO_DEBUG=1.
 */
export function sayFault(fault: unknown, terminal: Terminal): ExitCode {
  terminal.complain(sentenceOf(fault));
  if (terminal.environment['KANRIBO_DEBUG'] === '1') terminal.complain(detailOf(fault));
  return fault instanceof CliFault && fault.code === 'usage' ? 2 : 1;
}

function sentenceOf(fault: unknown): string {
  if (fault instanceof CliFault) return fault.message;
  if (fault instanceof StoreFault && fault.code === 'data-directory-unreachable') {
    return unreachable(fault);
  }
  if (fault instanceof StoreFault) return `${ofStore[fault.code]}\n${fault.message}`;
  if (fault instanceof KeysFault) return `${ofKeys[fault.code]}\n${fault.message}`;
  if (fault instanceof ApplicationFault) return `${ofApplication[fault.code]}\n${fault.message}`;
  if (fault instanceof FormsFault) return `${ofForms[fault.code]}\n${fault.message}`;
  return ofSystem(fault) ?? unknownFault(fault);
}

const ofStore = {
  unavailable: 'データベースが応答しません。動いているか確かめて、もう一度実行してください。',
  'disk-full':
    'データベースのディスクに空きがありません。空きを作ってから、もう一度実行してください。',
  'settings-weak':
    'データベースの設定では、書き込みが失われるおそれがあります。設定を直してください。',
  'encoding-not-utf8': 'データベースの文字コードがUTF-8ではありません。UTF-8で作り直してください。',
  'version-too-old': 'PostgreSQLが古すぎます。15以上を使ってください。',
  standby: 'このデータベースは待機系で、書き込めません。主系のアドレスを指定してください。',
  'role-missing':
    'データベースに、ソフトウェアが使う役割がありません。所有者の権限で接続してください。',
  'role-too-strong': 'データベースの役割の権限が強すぎます。追記だけができる役割に直してください。',
  'schema-edited':
    'データベースの構造の記録が、このソフトウェアのものと違います。書き換えられていないか確かめてください。',
  'schema-newer':
    'データベースが、より新しい版で使われています。新しい版のソフトウェアを使ってください。',
  'connection-unprotected':
    'DATABASE_URL のデータベースは別の機械にあるため、証明書を確かめるTLSでだけ接続します。アドレスの末尾に ?sslmode=verify-full を付け、認証局の証明書を sslrootcert= に指定してください。',
  'access-refused': 'データベースが接続を拒みました。接続先、利用者名、権限を確かめてください。',
  'binaries-missing':
    '内蔵のデータベースが見つかりません。npm ci をやり直すか、DATABASE_URL を指定してください。',
  'account-missing':
    '内蔵のデータベースを動かす利用者がいません。postgres という利用者を作るか、管理者でない利用者で実行してください。',
  'data-directory-unreachable':
    'データの場所を使えません。持ち主の権限で実行するか、--data に別の場所を指定してください。',
  'database-not-starting':
    '内蔵のデータベースが起動しません。データの場所の postgres.log を確かめてください。',
  'origin-differs': '同じ名前の記録が、別の由来で既にあります。--data の場所を確かめてください。',
  'evidence-too-large': 'ファイルが大きすぎて保管できません。64 MiB以下に分けてください。',
  'evidence-corrupt': '保管したファイルが壊れています。バックアップから戻してください。',
  corrupt:
    'データベースから読んだものが、書いたものと違います。kanribo verify --data で調べてください。',
  unexpected:
    'データベースで思わぬ誤りが起きました。KANRIBO_DEBUG=1 を付けて実行すると詳しく表示します。',
} as const satisfies Record<StoreFaultCode, string>;

/** Says which folder is in the way where the store told; the rest is shown with KANRIBO_DEBUG=1. */
function unreachable(fault: StoreFault): string {
  const closed = /may not pass (.+) on its way to /u.exec(fault.message)?.[1];
  if (closed === undefined) return ofStore[fault.code];
  return `内蔵のデータベースは管理者（root）の権限では動かないため、別の利用者として動きますが、その利用者が ${closed} を通れません。\n--data に通れる場所（例: --data /var/lib/kanribo）を指定するか、chmod o+x ${closed} で通れるようにしてください。`;
}

const ofForms = {
  'document-malformed': '書面の内容が、印刷できる形になっていません。',
  'code-too-long': '二次元コードに入りきらないため、印刷できません。',
  'paper-impossible':
    'その書面は、いまの記録からは作れません。書面の種類と --case を確かめてください。',
  'font-unreadable': '書体のファイルを読めません。npm ci をやり直してください。',
  'compile-failed': '書面を組めませんでした。KANRIBO_DEBUG=1 を付けて実行すると詳しく表示します。',
  'renderer-crashed': '印刷の処理が途中で止まりました。もう一度実行してください。',
  'renderer-timed-out': '印刷の処理が時間内に終わりませんでした。もう一度実行してください。',
  'renderer-closed': '印刷の処理が終わっています。もう一度実行してください。',
} as const satisfies Record<FormsFaultCode, string>;

const ofKeys = {
  'permissions-too-open':
    '鍵の場所を、ほかの利用者が読める状態です。持ち主だけが使えるようにしてください。',
  'root-damaged': '大元の鍵のファイル（root.json）が壊れています。バックアップから戻してください。',
  'contract-damaged': '契約の鍵のファイルが壊れています。バックアップから戻してください。',
  'guard-damaged':
    '署名の控え（guard）が壊れています。署名は行いません。バックアップから戻してください。',
  'guard-missing':
    '署名の控え（guard）がありません。署名は行いません。バックアップから戻してください。',
  'certificate-damaged':
    '通信用の証明書のファイル（certificates）が壊れています。バックアップから戻してください。',
  'contract-keys-missing': 'この契約の鍵がありません。--keys の場所を確かめてください。',
  'head-malformed':
    '署名しようとした記録の先頭の形が正しくありません。kanribo verify --data で調べてください。',
  'storage-failed': '鍵の場所に読み書きできません。ディスクの空きと権限を確かめてください。',
} as const satisfies Record<KeysFaultCode, string>;

const ofApplication: Readonly<Record<ApplicationFaultCode, string>> = {
  unavailable: 'データベースが応答しません。動いているか確かめて、もう一度実行してください。',
  corrupt:
    '保管された記録どうしが食い違っています。書き込みは行いません。kanribo verify --data で調べてください。',
  'empty-decision': '記録する内容がありません。',
  'unknown-contract': 'その契約はありません。契約の番号と --data の場所を確かめてください。',
};

const systemSentences = new Map([
  ['ENOENT', 'ファイルまたはフォルダがありません'],
  ['EACCES', '読み書きする権限がありません'],
  ['EPERM', '操作が許可されていません'],
  ['ENOSPC', 'ディスクに空きがありません'],
  ['EROFS', '読み取り専用の場所です'],
  ['ENOTDIR', 'フォルダではありません'],
  ['EISDIR', 'ファイルではなくフォルダです'],
  ['EEXIST', '既にあります'],
  ['EIO', 'ディスクの読み書きに失敗しました'],
  ['ENAMETOOLONG', '名前が長すぎます'],
  ['ELOOP', 'リンクが循環しています'],
]);

function ofSystem(fault: unknown): string | undefined {
  if (!(fault instanceof Error) || !('code' in fault) || typeof fault.code !== 'string') {
    return undefined;
  }
  const sentence = systemSentences.get(fault.code);
  if (sentence === undefined) return undefined;
  const place = 'path' in fault && typeof fault.path === 'string' ? `: ${fault.path}` : '';
  return `${sentence}${place}。場所を確かめてください。`;
}

function unknownFault(fault: unknown): string {
  const what = fault instanceof Error ? fault.message : String(fault);
  return `思わぬ誤りが起きました: ${what.split('\n', 1)[0] ?? ''}\nKANRIBO_DEBUG=1 を付けて実行すると、詳しい経過を表示します。`;
}

function detailOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const cause = fault.cause === undefined ? '' : `\ncause: ${detailOf(fault.cause)}`;
  return `${fault.stack ?? fault.message}${cause}`;
}
