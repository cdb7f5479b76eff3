import { chmod, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTestDatabase } from '@kanribo/store/testing';
import { expect, test } from 'vitest';
import { inDirectory, runCli } from '../testing/run-cli.ts';
import { type RunningCli, startCli } from '../testing/start-cli.ts';

const started = (directory: string, words: readonly string[], url: string): RunningCli =>
  startCli(['demo', ...words], { directory, environment: { DATABASE_URL: url } });

/** The rows of the table: sign-in id, password and code. */
function rowsIn(printed: string) {
  const rows = printed.matchAll(
    / ([a-z0-9.-]+) +([a-z0-9]{4}(?:-[a-z0-9]{4}){3}) +(\d{6}) +\d+秒/gu,
  );
  return [...rows].map(([, signInId = '', password = '', code = '']) => ({
    ...{ signInId, password, code },
  }));
}

const originIn = (printed: string) =>
  /(http:\/\/localhost:\d+) で動いています/u.exec(printed)?.[1] ?? '';

const codesAgain = 'npm run demo -- --codes';

/** Signs in over HTTP; answers the session and the sender of requests in it. */
async function signedIn(origin: string, row: ReturnType<typeof rowsIn>[number]) {
  const post = async (path: string, body: unknown, cookie = '') => {
    const headers = { origin, 'x-kanribo': '1', 'content-type': 'application/json', cookie };
    return fetch(`${origin}/api/v1${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
  };
  const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  const { signInId, password, code } = row;
  const first = await post('/session', { signInId, password });
  const second = await post('/session/totp', { code }, cookieOf(first));
  const cookie = cookieOf(second);
  const get = async (path: string): Promise<unknown> => {
    const answer = await fetch(`${origin}/api/v1${path}`, { headers: { cookie } });
    return answer.json();
  };
  return { status: second.status, session: await second.json(), get };
}

/** The file is the owner's alone, and another process says what works from it. */
async function codesAreSaid(directory: string, rows: ReturnType<typeof rowsIn>): Promise<void> {
  const file = join(directory, 'demo', 'sample-accounts.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).toContain('デモの見本のアカウントです');
  const codes = await runCli(['demo', '--codes'], { directory });
  expect(codes).toMatchObject({ exitCode: 0, complained: '' });
  expect(passwordsIn(codes.printed)).toEqual(rows.map(({ password }) => password));
}

const passwordsIn = (printed: string) => rowsIn(printed).map(({ password }) => password);

test('CLI-32, CLI-34, CLI-35: the demo serves its contract to everybody it prints, and goes on', async () => {
  const database = await createTestDatabase();
  try {
    await inDirectory(async (directory) => {
      await chmod(directory, 0o711);
      const demo = started(directory, ['--port', '0'], database.url);
      const printed = await demo.said(codesAgain);
      const [origin, rows] = [originIn(printed), rowsIn(printed)];
      expect(rows.map(({ signInId }) => signInId)).toEqual([
        ...['admin', 'chief-officer', 'audit-officer', 'manager', 'handler-1', 'handler-2'],
        'client',
      ]);
      for (const row of rows) {
        const { status, session, get } = await signedIn(origin, row);
        expect({ status, session }, row.signInId).toMatchObject({
          status: 200,
          session: { state: 'signed-in', signInId: row.signInId },
        });
        if (row.signInId === 'admin') continue;
        const tasks = JSON.stringify(await get('/contracts/sample-1/today'));
        expect(tasks, row.signInId).toContain('use-register');
      }
      await codesAreSaid(directory, rows);
      const port = new URL(origin).port;
      const environment = { DATABASE_URL: database.url };
      const taken = await runCli(['demo', '--port', port], { directory, environment });
      expect(taken.exitCode).toBe(1);
      expect(taken.complained).toContain(`ポート ${port} は、ほかのプログラムが使っています`);
      expect(await demo.ended('SIGINT')).toEqual({ exitCode: 0, complained: '終えています。\n' });

      const next = started(directory, ['--port', '0'], database.url);
      const reprinted = await next.said(codesAgain);
      expect(reprinted).not.toMatch(/○ .*［\d+］|▤/u);
      expect(passwordsIn(reprinted)).toEqual(passwordsIn(printed));
      expect(await next.ended('SIGTERM')).toEqual({ exitCode: 0, complained: '終えています。\n' });
    });
  } finally {
    await database.close();
  }
}, 240_000);

test('CLI-34: killed anywhere, the demo is gone on with to the end', async () => {
  const database = await createTestDatabase();
  try {
    await inDirectory(async (directory) => {
      await chmod(directory, 0o711);
      const run = () => started(directory, ['--port', '0'], database.url);
      const points = ['特記事項の本文を証拠として保管', '■ 再委託：正しい順番', '■ 改ざんの試み'];
      for (const point of [...points, 'で動いています', 'で動いています']) {
        const demo = run();
        await demo.said(point);
        await demo.ended('SIGKILL');
      }
      const last = run();
      const printed = await last.said(codesAgain);
      expect(rowsIn(printed)).toHaveLength(7);
      for (const row of rowsIn(printed)) {
        const { status } = await signedIn(originIn(printed), row);
        // An administrator who had to go on has used the code of now.
        if (row.signInId !== 'admin') expect(status, row.signInId).toBe(200);
      }
      expect(await last.ended('SIGTERM')).toMatchObject({ exitCode: 0 });
    });
  } finally {
    await database.close();
  }
}, 240_000);

test('CLI-33: a story whose days are yet to come is not served, and makes nothing', async () => {
  await inDirectory(async (directory) => {
    const list = join(import.meta.dirname, '../../../../samples/people.csv');
    const years = (await readFile(list, 'utf8')).replaceAll('令和8年', '令和60年');
    await writeFile(join(directory, 'people.csv'), years.replaceAll('令和9年', '令和61年'));
    const words = ['demo', '--date', '2078-04-01', '--people', 'people.csv'];
    const ended = await runCli(words, { directory });
    expect(ended).toMatchObject({ exitCode: 2, printed: '' });
    expect(ended.complained).toContain('まだ終わりの日が来ていません');
    expect(await readdir(directory)).toEqual(['people.csv']);
    const none = await runCli(['demo', '--codes'], { directory });
    expect(none).toMatchObject({ exitCode: 1, printed: '' });
    expect(none.complained).toContain('見本のアカウントがありません');
  });
});
