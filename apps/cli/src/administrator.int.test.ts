import { join } from 'node:path';
import { totpCode } from '@kanribo/sign-in';
import { createTestDatabase } from '@kanribo/store/testing';
import { expect, test } from 'vitest';
import { inDirectory, runCli } from './testing/run-cli.ts';
import { startCli } from './testing/start-cli.ts';

/** Sends what the pages of a server send, and reads the answer. */
function senderTo(origin: string) {
  return async (path: string, body: unknown) => {
    const headers = { origin, 'x-kanribo': '1', 'content-type': 'application/json' };
    const sent = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${origin}/api/v1${path}`, sent);
    const text = await answer.text();
    const content: unknown = text === '' ? {} : JSON.parse(text);
    if (typeof content !== 'object' || content === null) throw new Error(text);
    return { status: answer.status, ...content };
  };
}

type Send = ReturnType<typeof senderTo>;

/** Chooses a password by a link and proves an authenticator app. */
async function enrolled(send: Send, link: string, what: object): Promise<void> {
  const [path = '', linked] = link.split('#');
  const begun = await send(path, { token: linked, ...what });
  if (!('token' in begun) || !('secret' in begun)) throw new Error(JSON.stringify(begun));
  const [token, secret] = [String(begun.token), String(begun.secret)];
  const code = totpCode(secret, Date.now());
  const proved = await send('/enrolment/totp', { token, code });
  expect(proved.status, JSON.stringify(proved)).toBe(200);
}

const linkIn = (printed: string, kind: string): string =>
  new RegExp(`/${kind}#[\\w-]{43}`, 'u').exec(printed)?.[0] ?? '';

const asked = (send: Send, link: string) => send('/invitation/link', { token: link.split('#')[1] });

const admin = { signInId: 'admin-one', displayName: '管理 花子' };
const [password, nextPassword] = ['みどりの電車が7時に着く', 'まどの外に犬が3びきいる'];

const knowsPassword = async (send: Send, given: string) =>
  (await send('/session', { signInId: admin.signInId, password: given })).status === 200;

test('CLI-37, ACC-45: beside a running server an administrator is offered a way back in', async () => {
  const database = await createTestDatabase();
  try {
    await inDirectory(async (directory) => {
      const environment = { DATABASE_URL: database.url };
      const invite = (words: readonly string[] = []) =>
        runCli(['administrator', 'invite', ...words], { directory, environment });
      const serve = startCli(['serve', '--port', '0'], { directory, environment });
      const printed = await serve.said('/set-up#');
      const send = senderTo(/(http:\/\/localhost:\d+) で動いて/u.exec(printed)?.[1] ?? '');
      const early = await invite();
      expect(early).toMatchObject({ exitCode: 1, printed: '' });
      expect(early.complained).toContain('システム管理者がいません');
      await enrolled(send, linkIn(printed, 'set-up'), { ...admin, password });

      const wrong = await invite(['--account', 'account-2']);
      expect(wrong).toMatchObject({ exitCode: 1, printed: '' });
      expect(wrong.complained).toContain('account-1 管理 花子（admin-one）');
      const first = await invite();
      expect(first).toMatchObject({ exitCode: 0, complained: '' });
      const voided = linkIn(first.printed, 'invitation');
      expect(await asked(send, voided)).toMatchObject({ usable: true, signInId: 'admin-one' });
      const link = linkIn((await invite()).printed, 'invitation');
      expect(await asked(send, voided)).toMatchObject({ usable: false });
      expect(await knowsPassword(send, password)).toBe(true);
      await enrolled(send, link, { password: nextPassword });
      expect(await knowsPassword(send, password)).toBe(false);
      expect(await knowsPassword(send, nextPassword)).toBe(true);
      expect(await asked(send, link)).toMatchObject({ usable: false });
      expect(await serve.ended('SIGTERM')).toMatchObject({ exitCode: 0 });
      expect((await invite()).printed).toContain('/invitation#');
    });
  } finally {
    await database.close();
  }
}, 240_000);

test('CLI-37: what is no deed, or has no data, does nothing', async () => {
  await inDirectory(async (directory) => {
    const slip = await runCli(['administrator', 'create'], { directory });
    expect(slip).toMatchObject({ exitCode: 2, printed: '' });
    const none = await runCli(['administrator', 'invite'], { directory });
    expect(none).toMatchObject({ exitCode: 1, printed: '' });
    expect(none.complained).toContain(join(directory, 'data'));
  });
});
