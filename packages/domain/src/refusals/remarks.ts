/** What a reader of a standing must know beside its status, in Japanese. */
export const remarkSentences = {
  'designated-form-missing':
    '委託者の指定する様式がまだ登録されていません。様式を登録するか、当方の様式でよいとの回答を記録してください。',
  'designation-unknown':
    '委託者が様式を指定するかどうかがまだ記録されていません。委託者に確かめて記録してください。',
  'delivered-on-own-layout':
    '届いた書面は当方の様式によるものです。指定様式で提出し直すか、当方の様式でよいとの回答を得てください。',
  'review-cycle-not-agreed':
    '取扱規程等の見直しの周期を委託者と取り決めていません。取り決めたら契約の基本事項に記録してください。',
  'handlers-without-department':
    '部署の登録がない事務取扱担当者がいます。複数の部署で取り扱っていないか確かめてください。',
  'accounts-not-watched':
    '任期の終わった人の利用者アカウントの停止は、まだソフトウェアの確認の対象外です。',
  'retention-not-instructed':
    '保存期間についての委託者の指示がまだない種別があります。指示を求めて記録してください。',
  'consultation-not-asked': 'まだ委託者に申し入れていない協議事項があります。',
  'consultation-not-answered':
    '委託者の回答が、合意した期日までに届いていない協議事項があります。改めて申し入れて記録してください。',
  'consultation-not-decided':
    '回答はありましたが、決定した内容がまだ記録されていない協議があります。',
  'sign-undecided':
    '違反の兆候または漏えい等のおそれがあり、事故等にあたるかどうかの判断を待っています。違反があったことを示す記録ではありません。',
  'sign-is-incident':
    '違反の兆候または漏えい等のおそれが事故等と判断されています。委託者への報告などの対応が済んだかどうかは、まだソフトウェアの確認の対象外です。',
  'house-marks-on-record':
    '当社の定め（管理簿への記録の期限など）と違う記録があります。委託者の定めへの違反ではありません。',
  'deviations-decided':
    '逸脱がありましたが、事故等にはあたらないと判断されています。守られたことを示す記録はありません。',
  'deviations-on-record':
    '逸脱がありましたが、事故等にはあたらないと判断されています。逸脱のあった記録は、守られたことを示す記録に数えていません。',
  'deviations-set-aside':
    '該当なしとされていますが、判断の済んでいない逸脱または事故等があります。',
  'receiver-not-on-record':
    '受領した委託者の担当者が、登録された関係者として示されていない授受があります。氏名だけの記録は、担当者への授受を示す記録に数えていません。訂正で担当者を選ぶと数えます。',
  'as-recorded-only':
    '管理簿に記録された範囲で確認しています。記録のない行為があったかどうかは分かりません。',
  'purposes-undeclared':
    '契約の利用目的がまだ登録されていません。登録すると、許可票などで選べるようになります。',
  'return-not-planned': '返却予定日のない記録があります。いつ戻るかを確かめてください。',
  'permit-unused':
    '返却予定日を過ぎても使われていない許可票があります。取りやめを記録してください。',
  'house-check-late': '社内で決めた確認の日を過ぎています。経路の設定を確かめて記録してください。',
  'internet-path-open':
    'インターネットへ送信できる経路が防がれていません。設定を直し、確認を記録してください。',
  'internet-paths-unrecorded':
    'メール・ファイル転送・複合機などの経路がまだ登録されていません（社内の取決め）。',
} as const satisfies Record<string, string>;

/** Code of a remark on a standing. */
export type RemarkCode = keyof typeof remarkSentences;
