import { type Result, err, ok } from '@kanribo/kernel';
import popular from 'popular-passwords' with { type: 'json' };
import { commonPasswords, commonWords } from './common-passwords.ts';
import type { PasswordRefusal } from './refusals.ts';
import type { AccountsTools } from './tools.ts';

/** The fewest characters of a password; NIST SP 800-63B-4 asks for 8 beside a second factor. */
export const shortestPassword = 12;
/** The most characters of a password: enough for any sentence. */
export const longestPassword = 256;

/** Everything common in the form in which it is compared; only what is long enough is ever asked. */
const common: ReadonlySet<string> = new Set(
  [...popular, ...commonPasswords]
    .map((text) => typedPassword(text).toLowerCase())
    .filter((text) => Array.from(text).length >= shortestPassword),
);

const fewestOwnCharacters = 4;
const fewestDifferentCharacters = 5;

/** The form under which a password counts: NFKC, as it can be typed on another machine. */
export function typedPassword(text: string): string {
  return text.normalize('NFKC');
}

/**
 * A new password in the form in which it counts. Length and what is common decide, never which
 * kinds of characters it is made of (NIST SP 800-63B-4 §3.1.1.2). `known` are words everybody
 * knows of the account.
 */
export function parsePassword(
  text: string,
  known: readonly string[],
): Result<string, PasswordRefusal> {
  if (!text.isWellFormed()) return err({ code: 'password-malformed' });
  const password = typedPassword(text);
  const { length } = Array.from(password);
  if (length < shortestPassword) {
    return err({ code: 'password-too-short', fewestCharacters: shortestPassword });
  }
  if (length > longestPassword) {
    return err({ code: 'password-too-long', mostCharacters: longestPassword });
  }
  return isCommon(password, known) ? err({ code: 'password-common' }) : ok(password);
}

/** As {@link parsePassword}, also held against the leaked ones that are known. */
export async function acceptPassword(
  { breached }: Pick<AccountsTools, 'breached'>,
  text: string,
  known: readonly string[],
): Promise<Result<string, PasswordRefusal>> {
  const password = parsePassword(text, known);
  if (!password.ok || breached === undefined) return password;
  return (await breached(password.value)) ? err({ code: 'password-breached' }) : password;
}

/**
 * Whether it is on the list, or too little is left of it once common words, runs of digits and the
 * account's own names are taken out.
 */
function isCommon(password: string, known: readonly string[]): boolean {
  const plain = password.toLowerCase();
  if (common.has(plain)) return true;
  if (new Set(plain).size < fewestDifferentCharacters) return true;
  const words = [...known.map((word) => typedPassword(word).toLowerCase()), ...commonWords]
    .filter((word) => word.length > 2)
    .sort((left, right) => right.length - left.length);
  let rest = plain;
  for (const word of words) rest = rest.replaceAll(word, ' ');
  const own = rest.replaceAll(/[\p{N}\p{P}\p{S}\s]/gu, '');
  return rest !== plain && new Set(own).size < fewestOwnCharacters;
}
