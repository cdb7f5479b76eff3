/** 今日やること. */
export const messages = {
  title: '今日やること',
  lead: (day: string) => `${day}の時点で、対応が必要なものです。`,
  groups: {
    overdue: {
      title: '期限を過ぎています',
      lead: 'すぐに対応し、事情を記録してください。',
    },
    deviation: {
      title: '判断を待っている逸脱',
      lead: '特記事項に沿わない出来事、またはその兆候が記録されています。事故等にあたるかどうかを判断してください。',
    },
    due: { title: '期限があるもの', lead: '期限までに行ってください。' },
    client: {
      title: '委託者を待っています',
      lead: '委託者の受領や書面を待っています。届いたら記録してください。',
    },
    soon: { title: 'まもなく終わるもの', lead: '続けるときは、終わる前に手続をしてください。' },
  },
  mine: 'あなたが行えます',
  others: 'ほかの人を待っています',
  onlyMine: '自分が行えるものだけを表示する',
  due: '期限',
  ownDue: '（当社の定め）',
  clause: (clause: string) => `特記事項${clause}`,
  count: (count: number) => `${count}件`,
  notSetUp: 'まず、契約の準備をしてください。',
  notSetUpLead:
    '契約の事項を記録すると、期限のあるものや委託者を待っているものが、ここに並びます。準備は途中でやめて、あとで続けられます。',
  setUp: '契約の準備を始める',
  empty: '今日やることはありません。',
  emptyLead: '期限のあるものや判断を待っているものは見つかりませんでした。',
  emptyMine: 'あなたが行えるものはありません。',
  named: (numbered: string, name: string) => `${numbered}「${name}」`,
  deviationOf: (about: string, deviation: string) => `${about}について（${deviation}）`,
  recordFinding: '見付けた逸脱を記録する',
  underSetUp: '契約の準備が続いています',
  underSetUpLead:
    '委託者の受け取った届出がまだありません。契約の事項、特記事項、関係者、選任、最初の届出を、順に記録してください。',
  toSetUp: '契約の準備を続ける',
  inMap: '義務マップ',
  seeMap: '義務マップで全体を確かめる',
  witness: '委託者がまだ確かめていない記録',
  witnessNone: 'すべての記録が、委託者の受け取った書面で確かめられます。',
  witnessSome: (entries: number) =>
    `${entries}件の記録が、委託者の受け取った書面にまだ反映されていません。これらの記録は、書面で委託者に届くまで、書き換えられていないことを委託者が独力で確かめられません。`,
  witnessDo: '時点の証明を作り、委託者に渡す',
  witnessSince: '最も古いもの',
  calendar: 'これから90日の予定',
  calendarLead: 'このまま何もしなかったときに、状態が変わる日です。',
  calendarEmpty: '90日以内に状態が変わるものはありません。',
  more: (count: number) => `ほか${count}件も表示する`,
} as const;
