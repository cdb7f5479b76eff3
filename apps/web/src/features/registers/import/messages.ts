import type { TableProblem } from './table-file.ts';

const problems = {
  'too-large': 'ファイルが大きすぎます（20MBまで）。行を分けて、別のファイルに保存してください。',
  'too-much-inside':
    'ファイルの中身が大きすぎるため、読み込みを止めました。必要なシートだけを新しいブックに写して保存してください。',
  'old-xls':
    '古い形式（.xls）のファイルです。Excelで開き、「名前を付けて保存」で「Excelブック（.xlsx）」にしてください。',
  encrypted:
    'パスワードで保護されたファイルです。Excelで開いてパスワードを解除し、保存し直してから選んでください。',
  'not-a-table': '表のファイルではありません。Excelブック（.xlsx）かCSVを選んでください。',
  'not-a-workbook':
    'Excelブックではありません。Excelブック（.xlsx）かCSVとして保存し直してください。',
  damaged:
    'ファイルが壊れているか、読めない書き方です。Excelで開いて「名前を付けて保存」をやり直してください。',
  'unreadable-text':
    '文字の種類（文字コード）を読み取れません。UTF-8かShift_JISのCSV、またはExcelブックで保存し直してください。',
  'too-many-lines':
    '行が多すぎます（1シート10,000行まで）。行を分けて、別のファイルに保存してください。',
  'numbered-name':
    'ファイルかシートの名前に、個人番号（マイナンバー）と思われる12桁の数字があります。名前は台帳に残るため、番号を除いた名前に変えてから選び直してください。',
  empty: 'ファイルに行がありません。記録の入ったシートを保存したファイルを選んでください。',
} as const satisfies Readonly<Record<TableProblem, string>>;

/** Bringing in an existing register from a spreadsheet. */
export const messages = {
  title: (title: string) => `${title}：ファイルから取り込む`,
  lead: 'これまでExcelなどで付けてきた管理簿を、まとめて記録します。ファイルはこの画面の中で読み、選んだ列の内容と、ファイルの名前・照合値だけを送ります。',
  toList: '一覧へ戻る',
  cannot: 'この管理簿は、あなたの役割ではファイルから取り込めません。',
  file: {
    title: '1　ファイルを選ぶ',
    label: 'ファイル',
    hint: 'Excelブック（.xlsx）かCSV（UTF-8、Shift_JIS）。20MB、10,000行まで読めます。',
    reading: 'ファイルを読んでいます。',
    failed: 'ファイルを読めませんでした',
    read: (name: string) => `「${name}」を読みました。`,
    sheet: 'シート',
    headRow: '見出しの行',
    headLine: (line: number, words: string) => `${line}行目：${words}`,
    empty: (count: number) =>
      `選んだ列に何も書かれていない${count.toLocaleString('ja-JP')}行は除いてあります。`,
    hidden: (count: number) =>
      `Excelで非表示になっている${count.toLocaleString('ja-JP')}行も取り込む（絞り込みで隠れた行など）`,
    lines: (count: number) => `見出しの下に${count.toLocaleString('ja-JP')}行あります。`,
  },
  problems,
  columns: {
    title: '2　列を選ぶ',
    lead: '管理簿の項目ごとに、ファイルのどの列を読むかを選びます。見出しから推し量ったものを入れてあります。選ばなかった列は送られません。',
    opening: '始まりの記録',
    later: (title: string) =>
      `日付の列に記入のある行だけ、「${title}」まで済んだものとして記録します。`,
    unread: '読まない',
    column: (letter: string, head: string) =>
      `${letter}列：${head === '' ? '（見出しなし）' : head}`,
    sample: (text: string) => `例：${text}`,
    day: '日付（日時）',
    time: '時刻（別の列のとき）',
    more: (title: string) => `「${title}」の列を選ぶ`,
  },
  unread: {
    title: (count: number) => `ファイルからは読めないもの（${count}件）と、その記録のしかた`,
    act: (title: string, instead: string) =>
      `「${title}」は、今このシステムの上で行う操作のため、過去のこととして取り込めません。${instead}`,
    attached: (title: string, label: string, instead: string) =>
      `「${title}」には「${label}」のファイルの添付が要るため、表からは取り込めません。${instead}`,
    role: (title: string, instead: string) =>
      `「${title}」は、あなたの役割では記録できないため、取り込めません。${instead}`,
    instead: {
      opening: 'この管理簿の一覧から、一件ずつ記録してください。',
      later: '取り込んだ後、その行を開いて記録してください。',
    },
    byCorrection: (label: string) =>
      `「${label}」のファイルは表からは読めません。取り込んだ後、その行を開き、「訂正」で添付してください。`,
    byStep: (label: string, title: string) =>
      `「${label}」のファイルは表からは読めません。取り込んだ後、その行を開き、「${title}」で添付してください。`,
    neverLater: (label: string) =>
      `「${label}」のファイルは表からは読めず、後から加えることもできません。ファイルを添えて残す行は取り込む行から外し、一覧から一件ずつ記録してください。`,
  },
  ways: {
    title: '3　読み方',
    shortYears: '年が2桁の日付（8/4/1など）',
    shortYear: {
      unread: '読まない（行ごとに直す）',
      reiwa: '令和の年として読む',
      gregorian: '西暦20xx年として読む',
    },
    serials: '日付の列の5桁の数字を、Excelの日付の通し番号として読む',
    time: '時刻のない行の時刻',
    timeHint: '例：12:00。実際の時刻が分かる行は、時刻の列を選んでください。',
    wrongTime: '時刻として読み取れません。12:00のように入力してください。',
    known: 'R8.4.1、令和8年4月1日、2026/4/1、20260401の書き方は、そのまま読みます。',
  },
  replacing: {
    title: '言葉の読み替え',
    lead: '登録にない言葉や名前です。どれのことかを選ぶと、同じ言葉のある行すべてに当てはまります。',
    of: (label: string, raw: string, count: number) => `${label}「${raw}」（${count}行）`,
    leave: '選ばない（行ごとに直す）',
  },
  preview: {
    title: '4　確かめる',
    check: '台帳に照らして確かめる',
    checking: (count: number) => `${count.toLocaleString('ja-JP')}行を台帳に照らしています。`,
    checkFailed: '確かめられませんでした',
    counts: (all: number, fit: number, faulty: number, out: number) =>
      `全${all.toLocaleString('ja-JP')}行：取り込める${fit.toLocaleString('ja-JP')}行、直すところのある${faulty.toLocaleString('ja-JP')}行、外した${out.toLocaleString('ja-JP')}行`,
    unchecked: 'まだ台帳に照らしていません。',
    show: '表示する行',
    filters: {
      all: 'すべての行',
      faulty: '直すところのある行',
      repeated: '同じ行のある行',
      noted: '印や注意の残る行',
    },
    line: '行',
    include: '取り込む',
    includeLine: (line: number) => `${line}行目を取り込む`,
    state: '確かめた結果',
    fit: '取り込めます。',
    notYet: '読み取りました。',
    leftOut: '取り込みません。',
    refused: 'このままでは取り込めません。',
    mend: (line: number) => `${line}行目を直す`,
    mending: '直す',
    mended: '直し終える',
    mendedLine: (line: number) => `${line}行目：直し終える`,
    cell: (line: number, label: string) => `${line}行目の${label}`,
    none: '当てはまる行はありません。',
    at: (cell: string, label: string) => `${cell}（${label}）`,
    deviation: (words: string) => `逸脱として残ります：${words}`,
    leaveOutFaulty: '直すところのある行をすべて外す',
    breakOff: '確かめるのをやめる',
    repeated: (count: number, undecided: number) =>
      `台帳かこのファイルに同じ行のある行：${count.toLocaleString('ja-JP')}行（うち、どうするか決めていない${undecided.toLocaleString('ja-JP')}行）`,
    sameLine: 'と同じ内容です。',
    sameRow: (row: number) => `このファイルの${row}行目と同じ内容です。`,
    takeKnowingly: '別の行として取り込む',
    takeLineKnowingly: (line: number) => `${line}行目を別の行として取り込む`,
    leaveOutRepeats: '同じ行をすべて外す',
    takeAllRepeats: '同じ行をすべて別の行として取り込む',
    previous: '前の行',
    next: '次の行',
    page: (from: number, to: number) => `${from}件目から${to}件目`,
    tooMany: (most: number) =>
      `一度に取り込めるのは${most.toLocaleString('ja-JP')}行までです。行を外すか、ファイルを分けてください。`,
  },
  record: {
    title: '5　記録する',
    button: (count: number) => `${count.toLocaleString('ja-JP')}行を記録する`,
    lead: 'すべての行をひとまとめに記録します。一行でも記録できないときは、一行も記録しません。起きた日時は行のとおり、記録した日時は今になり、遅延記録の印が残ります。',
    wait: '直すところのある行がなく、同じ行をどうするかが決まり、台帳に照らして確かめてあると記録できます。',
    recording: (count: number) => `${count.toLocaleString('ja-JP')}行を記録しています。`,
    failed: '記録できませんでした（一行も記録していません）',
    done: (count: number, file: string) =>
      `「${file}」から${count.toLocaleString('ja-JP')}行を記録しました。`,
    entries: (count: number) => `台帳の記録は${count.toLocaleString('ja-JP')}件増えました。`,
    repeated: 'このファイルの同じ行は、前に記録してありました。二重には記録していません。',
    digest: (digest: string) => `ファイルの照合値（SHA-256）：${digest}`,
    keep: '元のファイルは、この照合値とともに保管しておいてください。',
    kept: 'ファイルの名前と照合値は台帳に残り、取り込んだ行はそれぞれ、ファイルの何行目かを示します。',
    toImport: 'この取込みの記録を開く',
    undo: '誤って取り込んだときは、取込みの記録から、取り込んだ行をまとめて取り消せます。',
    noUndo:
      'この一覧の行は、ほかの記録の名前になるため、まとめて取り消すことはできません。誤りは一行ずつ直してください。',
    toLines: '取り込んだ行を一覧で見る',
    another: '別のファイルを取り込む',
    warnings: '確かめること',
  },
  wrongDay: (text: string) => `「${text}」を日付として読み取れません。`,
  formulaError: (text: string) =>
    `「${text}」は式の誤りの表示です。Excelで式を直して保存し直すか、ここで正しい内容に直してください。`,
  uncounted:
    '式の結果がファイルに入っていません。Excelで開いて保存し直してから、もう一度選んでください。',
  noDay: (title: string) => `「${title}」の日付を入力してください。`,
  unknownChoice: (text: string) => `「${text}」は選べる言葉にありません。`,
  unknownFlag: (text: string) => `「${text}」を、はい・いいえとして読み取れません。`,
  unknownDuty: (text: string) =>
    `「${text}」という義務はありません。義務マップの名前で書くか、読み替えで選んでください。`,
  unknownName: (text: string) => `「${text}」は登録されていません。`,
  sharedName: (text: string) =>
    `「${text}」という名前のものが二つ以上あります。読み替えで選んでください。`,
} as const;
