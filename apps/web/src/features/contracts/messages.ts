/** Choosing a contract. */
export const messages = {
  title: '契約を選ぶ',
  lead: 'あなたが関わる契約です。',
  roles: (roles: readonly string[]) => (roles.length > 0 ? roles.join('・') : '役割はありません'),
  empty: 'あなたが関わる契約はまだありません。',
  emptyLead:
    'システム管理者または契約の管理責任者に、アカウントを契約の関係者と結び付けるよう依頼してください。',
  emptyForAdministrator:
    '新しい契約の記録は「利用者の管理」の画面で始めます。すでに始めた契約は、同じ画面でアカウントを関係者と結び付けると、ここに並びます。',
  toAdministration: '利用者の管理へ',
} as const;
