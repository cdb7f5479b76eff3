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
  handedOver: (contract: string) => `${contract}の総括責任者の選任を記録しました`,
  handedOverLead:
    '就任した日からは、契約の準備を行う人に代わって、総括責任者または管理責任者が続けます。本人がサインインすると、最初の画面から「契約の準備」の続き（最初の届出）に進めます。まだ招待していない人は「利用者の管理」で招待してください。',
  toAdministration: '利用者の管理へ',
} as const;
