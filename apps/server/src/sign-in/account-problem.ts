import type { ErrorCode } from '@kanribo/api';
import type {
  DeedRefusal,
  EnrolmentRefusal,
  FactorRefusal,
  PasswordRefusal,
  SignInIdRefusal,
  SignInRefusal,
} from '@kanribo/application';
import { type Result, err, ok } from '@kanribo/kernel';
import type { Problem } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';

/** Why something with an account is not done. */
export type AccountRefusal =
  | DeedRefusal
  | EnrolmentRefusal
  | FactorRefusal
  | PasswordRefusal
  | SignInIdRefusal
  | SignInRefusal
  | { readonly code: 'session-unknown' };

type Code = AccountRefusal['code'];

/** The numbers sentences need. */
interface Numbers {
  readonly code: string;
  readonly waitSeconds?: number;
  readonly minutes?: number;
  readonly fewestCharacters?: number;
  readonly mostCharacters?: number;
  readonly mostDays?: number;
}

interface Told {
  readonly as: ErrorCode;
  readonly sentence: string | ((numbers: Numbers) => string);
}

const told = {
  delayed: {
    as: 'try-later',
    sentence: ({ waitSeconds = 1 }) =>
      `続けて失敗したため、あと${waitSeconds}秒は受け付けません。時間をおいて、もう一度お試しください。`,
  },
  'sign-in-wrong': {
    as: 'sign-in-refused',
    sentence: 'IDまたはパスワードが正しくありません。入力を確かめて、もう一度お試しください。',
  },
  'account-locked': {
    as: 'sign-in-refused',
    sentence:
      '失敗が続いたため、このアカウントは使えません。別のシステム管理者に解除を依頼してください。',
  },
  'account-suspended': {
    as: 'sign-in-refused',
    sentence: 'このアカウントは利用を停止しています。システム管理者に依頼してください。',
  },
  'session-over': {
    as: 'signed-out',
    sentence: '時間が過ぎました。もう一度IDとパスワードから始めてください。',
  },
  'factor-wrong': {
    as: 'sign-in-refused',
    sentence: '番号またはパスキーを確かめられませんでした。もう一度お試しください。',
  },
  'code-used': {
    as: 'sign-in-refused',
    sentence: 'この番号は使用済みです。次の番号が表示されるまで待ってから入力してください。',
  },
  'clocks-differ': {
    as: 'sign-in-refused',
    sentence: ({ minutes = 0 }) =>
      `サーバーと端末の時計が約${Math.abs(minutes)}分ずれています（端末が${minutes > 0 ? '進んで' : '遅れて'}います）。端末の時刻を合わせてください。`,
  },
  'passkeys-unavailable': {
    as: 'misfit',
    sentence:
      'このサーバーではパスキーを使えません（ホスト名での接続が要ります）。認証アプリを使ってください。',
  },
  'link-unusable': {
    as: 'not-found',
    sentence:
      'このリンクは使えません。期限が過ぎたか、使用済みです。新しいリンクを依頼してください。',
  },
  'sign-in-id-malformed': {
    as: 'malformed',
    sentence: 'IDは、小文字の英字、数字、記号（. _ -）で3文字から40文字までにしてください。',
  },
  'display-name-malformed': { as: 'malformed', sentence: '氏名を入力してください。' },
  'password-too-short': {
    as: 'misfit',
    sentence: ({ fewestCharacters = 12 }) =>
      `パスワードは${fewestCharacters}文字以上にしてください。`,
  },
  'password-too-long': {
    as: 'misfit',
    sentence: ({ mostCharacters = 256 }) => `パスワードは${mostCharacters}文字までです。`,
  },
  'password-common': {
    as: 'misfit',
    sentence: '推測されやすいパスワードです。別のものにしてください。',
  },
  'password-breached': {
    as: 'misfit',
    sentence: 'このパスワードは、どこかで漏れたものとして知られています。別のものにしてください。',
  },
  'password-malformed': {
    as: 'misfit',
    sentence: '入力し直せない文字が含まれています。別のパスワードにしてください。',
  },
  'not-allowed': { as: 'not-allowed', sentence: 'この操作を行う権限がありません。' },
  'account-unknown': { as: 'not-found', sentence: 'このアカウントはありません。' },
  'second-person-needed': {
    as: 'not-allowed',
    sentence:
      'この操作は、別の人が行う必要があります。もう一人のシステム管理者に依頼してください。',
  },
  'last-administrator': {
    as: 'misfit',
    sentence:
      'システム管理者がいなくなるため、できません。先に別の人をシステム管理者として招待してください。',
  },
  'standing-differs': {
    as: 'misfit',
    sentence: 'アカウントが、この操作のできる状態ではありません。',
  },
  'not-locked': { as: 'misfit', sentence: 'このアカウントに待ち時間はありません。' },
  'sign-in-id-taken': { as: 'misfit', sentence: 'このIDは使われています。別のIDにしてください。' },
  'person-bound': {
    as: 'misfit',
    sentence: 'この関係者は、別のアカウントと結び付いています。先に結び付けを解いてください。',
  },
  'session-unknown': { as: 'not-found', sentence: 'この端末はサインインしていません。' },
  'binding-unknown': { as: 'not-found', sentence: 'この結び付けはありません。' },
  'audit-day-unfit': {
    as: 'misfit',
    sentence: ({ mostDays = 366 }) =>
      `監査の期日は、今日から${mostDays}日後までの日にしてください。続くときは、期日の前に延長できます。`,
  },
  'audit-unknown': {
    as: 'not-found',
    sentence: 'このアカウントは、いまこの契約の監査人ではありません。',
  },
  'device-title-unfit': {
    as: 'malformed',
    sentence:
      '端末の名前は60文字以内で、個人番号とまちがえるような番号を含めずに入力してください。',
  },
  'passkey-unknown': { as: 'not-found', sentence: 'このパスキーは、このアカウントにありません。' },
  'passkey-untold': {
    as: 'misfit',
    sentence:
      'このパスキーは、端末の情報を控える前に登録されたため、登録端末にできません。本人が「アカウントの設定」でパスキーを取り除き、その端末で登録し直してください。',
  },
  'passkey-copiable': {
    as: 'misfit',
    sentence:
      'このパスキーは、ほかの端末に複製できるため、登録端末にできません。複製されない方法（端末の暗証番号や指紋など）で、パスキーを登録し直してください。',
  },
  'passkey-roaming': {
    as: 'misfit',
    sentence:
      'このパスキーは、端末に内蔵されたものではない（持ち運べる）ため、登録端末にできません。その端末に内蔵の方法で、パスキーを登録し直してください。',
  },
  'device-registered': {
    as: 'misfit',
    sentence:
      'この端末は、すでに登録されています。名前を変えるときは、先に登録を取り消してください。',
  },
  'device-unknown': { as: 'not-found', sentence: 'この登録端末はありません。' },
  'device-needed': {
    as: 'not-allowed',
    sentence:
      '登録端末のあるシステム管理者は、この操作を登録端末から行います。その端末でサインインするか、別のシステム管理者に依頼してください。',
  },
  'other-part': {
    as: 'misfit',
    sentence:
      '同じ契約で、関係者と外部の監査人を兼ねることはできません。先にもう一方を解いてください。',
  },
  'factor-unknown': { as: 'not-found', sentence: 'この認証の手段はありません。' },
  'last-factor': {
    as: 'misfit',
    sentence: 'サインインできなくなるため、最後の認証の手段は取り除けません。',
  },
} as const satisfies Readonly<Record<Code, Told>>;

/** What the caller is told. */
export function problemOfAccount(refusal: AccountRefusal): Problem {
  const { as, sentence }: Told = told[refusal.code];
  const numbers: Numbers = refusal;
  return {
    code: as,
    detail: refusal.code,
    message: typeof sentence === 'string' ? sentence : sentence(numbers),
    ...(numbers.waitSeconds !== undefined && { retryAfter: numbers.waitSeconds }),
  };
}

/** An answer that says why not. */
export function accountProblem(refusal: AccountRefusal): Result<never, Problem> {
  return err(problemOfAccount(refusal));
}

/** Nothing to say beside that it is done, or why not. */
export function done(result: Result<unknown, AccountRefusal>): Result<Reply<undefined>, Problem> {
  return result.ok ? ok({ body: undefined }) : accountProblem(result.error);
}
