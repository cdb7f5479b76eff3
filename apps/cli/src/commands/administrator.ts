import { CliFault } from '../cli-fault.ts';
import { openKeysAt } from '../open-instance.ts';
import { placesOf, requireData } from '../places.ts';
import { usualPort } from '../serving/port-option.ts';
import type { Command } from '../terminal/command.ts';
import { dataOption, keysOption } from '../terminal/option.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `kanribo administrator`: what only who holds the machine and its keys does for administrators. */
export const administrator: Command = {
  name: 'administrator',
  summary: 'サインインできなくなったシステム管理者に、登録をやり直すリンクを発行します',
  usage: ['invite [--account ID] [--data DIR] [--keys DIR]'],
  operands: [{ name: 'ACTION', meaning: 'invite（発行する）' }],
  options: [
    {
      name: 'account',
      takes: 'ID',
      meaning: 'アカウントの番号（例: account-1。システム管理者が1人なら省略できます）',
    },
    dataOption,
    keysOption,
  ],
  example: ['kanribo administrator invite', 'kanribo administrator invite --account account-1'],
  notes: [
    '認証の手段をすべて失ったシステム管理者のためのものです。ほかのシステム管理者がいれば、画面から招待し直せます。',
    'リンクは一度だけ、24時間使えます。使うまでは、いまの認証の手段もそのまま使えます。',
    '発行したことは消せない記録になり、本人の履歴と、ほかの管理者の「利用者の管理」に表示されます。',
    'サーバーが動いていても、止まっていても実行できます。',
  ],
  async run(given, terminal) {
    const action = given.operand(0);
    if (action !== 'invite') {
      throw new CliFault('usage', `「${action ?? ''}」はできません。invite を指定してください。`);
    }
    const places = placesOf(given, terminal);
    await requireData(places);
    const keys = await openKeysAt(places.keysDirectory, terminal);
    // What only sign-in needs takes longer to load than most commands take to run.
    const { offerWayBack } = await import('../serving/offer-way-back.ts');
    const offered = await offerWayBack({ places, keys, account: given.optional('account') });
    sayLink(offered, terminal);
    return 0;
  },
};

interface Offered {
  readonly signInId: string;
  readonly displayName: string;
  readonly path: string;
}

function sayLink({ signInId, displayName, path }: Offered, terminal: Terminal): void {
  terminal.print(
    `${displayName}（${signInId}）の登録をやり直すリンクです（一度だけ、24時間使えます）：\n  ${path}`,
  );
  terminal.print(
    `管理簿を開くアドレスの後ろに付けて、本人が開いてください（例: http://localhost:${usualPort}${path}）。`,
  );
  terminal.print('発行したことを記録しました。本人とほかの管理者に表示されます。');
}
