import type { Codes } from './codes.ts';

/** Codes of every declaration may meet, each with what it says in Japanese. A code is never renamed. */
export const engineCodes = {
  refusals: {
    'unknown-declaration': (p) => `「${p['declaration']}」という帳票はありません。`,
    'unknown-step': (p) => `「${p['declaration']}」に「${p['step']}」という操作はありません。`,
    'unknown-case': (p) => `「${p['case']}」は登録されていません。番号を確かめてください。`,
    'not-in-step': (p) => `${p['case']} は「${p['status']}」の状態のため、この操作はできません。`,
    'role-missing': (p, say) => `${say(p['actor'])} には、この操作を行う権限がありません。`,
    'occurred-in-future': () => '日時が現在より後です。起きた日時を入力してください。',
    'occurred-before-opening': (p) => `日時が ${p['case']} の最初の記録より前です。`,
    'occurred-before-step': (p) => `日時が ${p['case']} の前の段階（${p['day']}）より前です。`,
    'act-is-now': () => 'これはシステムの上で行う操作のため、過去の日時では記録できません。',
    'field-missing': (p) => `「${p['field']}」を入力してください。`,
    'field-unknown': (p) => `「${p['field']}」という項目はこの操作にはありません。`,
    'field-malformed': (p) => `「${p['field']}」の書き方が正しくありません。`,
    'reference-unknown': (p) => `「${p['field']}」に指定した ${p['id']} は登録されていません。`,
    'line-relied-on': (p) => `${p['case']} には、${p['by']} が基づいているため、取り消せません。`,
    'line-is-incident': (p) =>
      `${p['case']} には、事故等と判断された逸脱（${p['by']}）があるため、取り消せません。訂正で正しい内容を残してください。`,
    'line-says-incident': (p) =>
      `${p['case']} は、事故等にあたると判断した記録のため、取り消せません。`,
    'line-undecided': (p) =>
      `${p['case']} には、総括責任者の判断が済んでいない逸脱・兆候・紛失・指摘（${p['by']}）があるため、取り消せません。`,
    'line-of-client': (p) =>
      `${p['case']} には、委託者の担当者が記録した内容があるため、当社の側では取り消せません。`,
    'line-of-finder': (p) =>
      `${p['case']} は、ほかの人が気付いたこと・指摘したこと、または判断や確認の済んだ記録のため、総括責任者でなければ取り消せません。`,
    'individual-number-suspected': (p) =>
      `「${p['field']}」に個人番号と思われる12桁の数字があります。管理簿や届出に個人番号は書けません。`,
    'contract-not-set-up': () => '契約の基本事項がまだ登録されていません。',
    'period-reversed': () => '終了日が開始日より前です。',
    'paper-outdated': (p) =>
      `${p['case']} の作成の後に、記載した人または期間が変わりました。この書面のままでは提出できません。`,
    'import-stays': () =>
      'この取込みの行は、ほかの記録の名前になるもののため、まとめて取り消すことはできません。',
    'row-repeats-line': (p) => `${p['case']} と同じ内容の行です。`,
    'row-repeats-row': (p) => `ファイルの${p['row']}行目と同じ内容の行です。`,
    'register-grew': () =>
      '確かめている間に、この管理簿の記録が増えました。同じ行がないか、もう一度確かめる必要があります。',
    'not-rendered': (p) => `${p['case']} はまだ印刷されていません。印刷してから提出してください。`,
  },
  waysOut: {
    'prepare-again': (p) => `${p['case']} をもう一度作成し、印刷すると提出できます。`,
    'state-right-time': () =>
      '実際に起きた日時を確かめて入力してください。前の段階の日時が誤っていたときは、備考に書いて残してください。',
    'void-that-first': (p) => `先に ${p['case']} を取り消すか訂正すると行えます。`,
    'chief-decides-first': (p) =>
      `この行を記録した人でも、行に名前のある人でもない総括責任者が、${p['case']} を確かめ、事故等でないと判断して理由を残すと、取り消せます。`,
    'correct-instead': (p) => `取り消さずに、${p['case']} の訂正で正しい内容を残すことができます。`,
    'ask-client': () => '誤りであれば、委託者の担当者に伝え、委託者からの記録を待ってください。',
    'act-now': () => '日時を現在のままにして、もう一度行ってください。',
    'remove-number': () => '個人番号を削除して入力し直してください。',
    'declare-false-alarm': (p) =>
      `個人番号でなければ「${p['field']}」を誤検知として申告できます（記録に残ります）。`,
    'render-first': () => '届出を印刷すると提出を記録できます。',
    'ask-person-in-charge': (p) => `この操作は ${p['roles']} が行えます。`,
    'set-up-first': () => '契約の準備で基本事項を登録してください。',
    'correct-lines-one-by-one': () =>
      '誤りのある行を一行ずつ開き、訂正か変更、終わりの記録で正しい内容にしてください。',
    'leave-row-out': () => '同じ行であれば、取り込む行から外してください。',
    'take-row-knowingly': () => '別の出来事であれば、「別の行として取り込む」を選んでください。',
    'look-again': () => '「台帳に照らして確かめる」をもう一度押すと、続けられます。',
    'choose-another-person': () => '別の人を選んでください。',
    'obtain-approval': (p) => `委託者から「${p['approval']}」を得て記録すると行えます。`,
  },
  deviations: {
    'recorded-late': '管理簿への記録の遅れ',
  },
  warnings: {
    'recorded-on-later-day': '起きた日より後の日に記録しました。遅延記録として残ります。',
    'before-later-step':
      'この記録の後の段階がすでに記録されています。前後の関係を確かめてください。',
    'deviations-voided-along':
      '逸脱などの記録がある行を取り消しました。逸脱などの記録も取消しとして残ります。起きていないことを確かめた人と方法を、理由に残してください。',
    'oral-approval': '口頭の承認です。書面が届くまで「口頭・未確認」として残ります。',
  },
} as const satisfies Codes;
