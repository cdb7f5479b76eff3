import popular from 'popular-passwords' with { type: 'json' };
import { expect, test } from 'vitest';
import { accountOffice, goodPassword, visitor } from '../testing/account-office.ts';
import { parsePassword } from './passwords.ts';

const known = ['yamada.taro', '山田 太郎'];
const code = (text: string) => {
  const parsed = parsePassword(text, known);
  return parsed.ok ? 'taken' : parsed.error.code;
};

test.each([
  ['a sentence', 'みどりの電車が7時に着く'],
  ['one kind of characters', 'zvbtkqhwplmr'],
  ['digits nobody uses', '839201746573'],
  ['the longest', `${'みどりの電車が七時に着く'.repeat(21)}abcd`],
  ['a common word among others', 'tokyoの朝は霧が深くて寒い'],
])('ACC-5: a password is taken: %s', (_, text) => {
  expect(code(text)).toBe('taken');
});

test.each([
  ['eleven characters', 'zvbtkqhwplm', 'password-too-short'],
  ['eleven characters that look like more', 'か\u3099'.repeat(11), 'password-too-short'],
  ['more than anybody types', 'zvbtkqhwplmr'.repeat(22), 'password-too-long'],
  ['a list entry in other letters', 'ＱＷＥＲＴＹuiop12', 'password-common'],
  ['common words strung together', 'password-sakura-2026', 'password-common'],
  ['the sign-in id', 'yamada.taro2026!', 'password-common'],
  ['the name of the product and years', 'kanribo2026!2027', 'password-common'],
  ['a few characters over and over', 'abababababab', 'password-common'],
  ['half a character', `zvbtkqhwplm\ud800`, 'password-malformed'],
])('ACC-5: a password is refused: %s', (_, text, expected) => {
  expect(code(text)).toBe(expected);
});

test('ACC-5: full-width and half-width spellings are one password', () => {
  expect(parsePassword('ｚｖｂｔｋｑｈｗｐｌｍｒ', known)).toEqual({
    ok: true,
    value: 'zvbtkqhwplmr',
  });
});

test('ACC-35: none of the most used passwords that are long enough is taken, however it is typed', () => {
  const long = popular.filter((text) => Array.from(text.normalize('NFKC')).length >= 12);
  expect(long.length).toBeGreaterThan(3_000);
  const wide = (text: string) =>
    text.replaceAll(/[!-~]/gu, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));
  for (const text of long) {
    for (const typed of [text, text.toUpperCase(), wide(text)]) {
      const parsed = parsePassword(typed, []);
      expect(parsed.ok ? typed : parsed.error.code).toBe('password-common');
    }
  }
});

test.each([
  'hatsunemiku39',
  'naruto-onepiece',
  'ohayougozaimasu',
  'いただきます2026ねん',
  'juuminzei2026!',
])('ACC-35: what many people here choose is not taken: %s', (text) => {
  expect(code(text)).toBe('password-common');
});

test('ACC-68: who begins an account or changes a password takes no leaked one, in the form in which it counts', async () => {
  const leaked = 'なぎさの自転車が3台ある';
  const asked: string[] = [];
  const breached = async (password: string) => {
    asked.push(password);
    return password === leaked;
  };
  const office = await accountOffice({ breached });
  const refused = { ok: false, error: { code: 'password-breached' } };
  const link = await office.accounts.firstSetUpLink();
  const begun = { signInId: 'admin-one', displayName: '管理 花子', password: leaked, visitor };
  expect(await office.accounts.acceptSetUp(link?.token ?? '', begun)).toEqual(refused);
  const who = await office.firstAdministrator();
  const { session: by } = await office.signedIn(who);
  const change = (next: string) =>
    office.accounts.changePassword(by, { current: who.password, next });
  expect(await change(leaked.replace('3', '３'))).toEqual(refused);
  expect(await change('short')).toMatchObject({ error: { code: 'password-too-short' } });
  expect(asked).toEqual([leaked, goodPassword, leaked]);
  expect(await change('みなとの灯台が5回ひかる')).toMatchObject({ ok: true });
});
