/** What a caller is told of an error beside its code: why it comes, and what to do. */
export interface ErrorDescription {
  /** HTTP status (RFC 9110 §15). */
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  /** Why it comes, in Japanese. */
  readonly cause: string;
  /** What to do next, in Japanese. */
  readonly remedy: string;
}

/** Every error of the API. A code is never renamed; what it says may be. */
export const errorDescriptions = {
  malformed: {
    status: 400,
    cause: '送られた内容の形が正しくありません。',
    remedy: '示された項目を確かめて、もう一度送ってください。',
  },
  'signed-out': {
    status: 401,
    cause: 'サインインしていないか、時間が過ぎてサインアウトされました。',
    remedy: 'もう一度サインインしてください。',
  },
  'second-factor-needed': {
    status: 401,
    cause: '二つめの認証がまだ済んでいません。',
    remedy: '認証アプリの番号かパスキーで認証を済ませてください。',
  },
  'sign-in-refused': {
    status: 401,
    cause: 'ID、パスワード、または認証の番号が正しくありません。',
    remedy: '入力を確かめて、もう一度お試しください。',
  },
  'reauthentication-needed': {
    status: 403,
    cause: '大切な操作のため、本人であることをもう一度確かめます。',
    remedy: 'パスワードと二つめの認証をもう一度入力してください。',
  },
  'not-allowed': {
    status: 403,
    cause: 'この操作を行う権限がありません。',
    remedy: '示された役割の人に依頼してください。',
  },
  refused: {
    status: 403,
    cause: '特記事項または社内の取決めにより、この操作は行えません。',
    remedy: '示された方法で要件を満たしてから行ってください。',
  },
  misfit: {
    status: 422,
    cause: '入力が台帳の今の状態に合いません。',
    remedy: '示された理由を確かめて、入力を直してください。',
  },
  'not-found': {
    status: 404,
    cause: '見つかりません。',
    remedy: '番号を確かめてください。',
  },
  'changed-meanwhile': {
    status: 409,
    cause: '開いている間に、ほかの人がこの記録を更新しました。',
    remedy: '最新の内容を読み直してから、もう一度入力してください。',
  },
  'read-only': {
    status: 409,
    cause: '台帳が署名済みの控えと合わないため、記録を受け付けていません。',
    remedy: 'システム管理者に連絡してください（kanribo resume）。',
  },
  'too-large': {
    status: 413,
    cause: '送られた内容が大きすぎます。',
    remedy: '分けて送るか、ファイルを小さくしてください。',
  },
  'media-unsupported': {
    status: 415,
    cause: '受け付けていない形式です。',
    remedy: '示された形式で送ってください。',
  },
  'file-kind-not-kept': {
    status: 415,
    cause: '証拠として保管しない種類のファイルです。',
    remedy:
      'PDF、写真（JPEG・PNG・TIFF・HEIC）、テキスト（UTF-8 または Shift_JIS）、マクロのない Word・Excel・PowerPoint（.docx・.xlsx・.pptx）のいずれかにして、もう一度選んでください。',
  },
  'try-later': {
    status: 429,
    cause: '続けて失敗したため、しばらく受け付けません。',
    remedy: '示された時間が過ぎてから、もう一度お試しください。',
  },
  unexpected: {
    status: 500,
    cause: 'システムの内部で問題が起きました。入力した内容は記録されていません。',
    remedy: 'もう一度お試しください。続くときは要求番号をシステム管理者に伝えてください。',
  },
  unavailable: {
    status: 503,
    cause: 'データベースに接続できません。',
    remedy: '少し待って、もう一度お試しください。同じ操作が二重に記録されることはありません。',
  },
} as const satisfies Readonly<Record<string, ErrorDescription>>;

/** Code of an error of the API. */
export type ErrorCode = keyof typeof errorDescriptions;
