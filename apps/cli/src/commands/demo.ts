import { portOption } from '../serving/port-option.ts';
import type { Command } from '../terminal/command.ts';

/** `kanribo demo`: one contract's life up to yesterday, and the contract to go on with. */
export const demo: Command = {
  name: 'demo',
  summary: '見本の契約を、準備から改ざんの発見まで実行し、そのまま画面で使えるようにします',
  operands: [],
  options: [
    { name: 'once', meaning: '筋書きを終えたら、画面を動かさずに終了します' },
    { name: 'codes', meaning: '動いているデモのサインインの表だけを、いまのコードで表示します' },
    portOption,
    { name: 'annex', takes: 'FILE', meaning: '特記事項の本文（UTF-8 または Shift_JIS）' },
    { name: 'people', takes: 'FILE', meaning: '名簿のCSV（見本は samples/people.csv）' },
    { name: 'seed', takes: 'N', meaning: '筋書きの番号（省略すると 1）' },
    {
      name: 'date',
      takes: 'D',
      meaning: '筋書きの最初の日（省略すると、昨日までに終わる日。--once では 2026-04-01）',
    },
    {
      name: 'data',
      takes: 'DIR',
      meaning: '置き場所（省略すると ./demo。内蔵のデータベースもここに置きます）',
    },
  ],
  example: [
    'npm run demo',
    'npm run demo -- --codes',
    'npm run demo -- --once',
    'npm run demo -- --once --annex annex.txt --people people.csv',
  ],
  notes: [
    '操作はすべて、製品と同じ入口（execute と ask）から行います。筋書きどおりにならなければ終了コード1です。',
    '筋書きの後、役割ごとの見本のアカウントを作り、サインインの表（ID、パスワード、認証アプリのコード）を表示して、Ctrl+C まで画面を動かします（この機械の中だけ）。',
    'アカウントのパスワードと認証アプリの秘密は「置き場所/sample-accounts.json」に置きます。本番では、このように置かないでください。',
    '--once も --date もなければ、筋書きが昨日で終わるように最初の日を決め、名簿の日付もそれに合わせて読みます。',
    '--data がなく DATABASE_URL があれば、データベースはそれを使い、ほかは ./demo に置きます。',
    '同じ置き場所でもう一度実行すると、途中で止めた後でも、続きから始まります。書面は「置き場所/documents」にできます。',
  ],
  // Nothing of the demo is loaded by who does not ask for it.
  async run(given, terminal) {
    const { runDemo } = await import('../demo/run-demo.ts');
    return runDemo(given, terminal);
  },
};
