/** What is said when the server cannot be asked. */
export const messages = {
  unreachable:
    'サーバーに接続できません。ネットワークとサーバーの状態を確かめて、もう一度お試しください。入力した内容は画面に残っています。',
  unreadable:
    'サーバーからの返事を読み取れません。ページを読み込み直してください。続くときはシステム管理者に連絡してください。',
} as const;
