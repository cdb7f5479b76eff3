/** What the client's officer sees and does of a contract. */
export const messages = {
  title: '委託者の窓口',
  lead: '委託者の担当者が、提出された書面を確かめ、承認や指示を自分のアカウントで記録する画面です。記録は受託者にも同じ内容で見えます。',
  auditorLead: '委託者の担当者に見える状況を、外部の監査人が見る画面です。',
  asContractor: '受託者としてサインインしています。委託者の担当者に見える内容を表示しています。',
  asAuditor: '外部の監査人として見ています。',
  auditUntil: '見られる最後の日：',
  auditLead:
    '記録、承認、書面の取得はできません。関係者は番号で、記述は伏せて表示します。見たことは記録に残ります。',
  filings: '提出された書面（受領の確認待ち）',
  filingsLead: '書面を開いて内容を確かめてください。受領の証拠は受託者が記録します。',
  filingsEmpty: '受領の確認を待つ書面はありません。',
  unconfirmed: '口頭とされているもの',
  unconfirmedLead:
    '受託者が「口頭で承認などを受けた」と記録し、書面で確かめられていないものです。事実と違うときは、開いて申し出を記録してください。',
  unconfirmedEmpty: '書面を待つものはありません。',
  give: '承認・指示などを記録する',
  giveLead:
    '形式は「委託者のアカウント」を選んでください。行った人として、あなたの名前が残ります。',
  look: '状況を確かめる',
  dutyMap: '義務マップを見る',
  whereabouts: '物の所在を見る',
  proof: '記録が書き換えられていないことを確かめる',
} as const;
