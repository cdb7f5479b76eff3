import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../start.ts';
import { api, servedForTests } from '../testing/served.ts';

const served = servedForTests();
let server: RunningServer;
/** What every request but the odd one has. */
let usual: { readonly host: string; readonly session: string; readonly page: string };

beforeAll(async () => {
  const started = await startServer(served.opened.parts, { host: '127.0.0.1', port: 0 });
  if (!started.ok) throw new Error(started.error.sentence);
  server = started.value;
  usual = {
    host: `Host: ${new URL(server.origin).host}`,
    session: `Cookie: ${served.manager.cookie ?? ''}`,
    page: `Origin: ${server.origin}\r\nX-Kanribo: 1`,
  };
});

afterAll(async () => {
  await server?.close();
});

/** Sends bytes as they are, and what is answered until the connection is closed. */
function sent(lines: readonly string[], body: Uint8Array = new Uint8Array()): Promise<string> {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
  socket.write([...lines, 'Connection: close', '', ''].join('\r\n'));
  socket.write(body);
  return new Promise((resolve) => {
    let said = '';
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(said));
  });
}

const statusIn = (said: string): number => Number(said.split(' ', 2)[1]);

const get = (path: string, ...headers: readonly string[]): Promise<string> =>
  sent([`GET ${path} HTTP/1.1`, ...headers]);

function post(path: string, type: string, body: Uint8Array, ...more: readonly string[]) {
  const { host, session, page } = usual;
  const about = [`Content-Type: ${type}`, `Content-Length: ${body.length}`, ...more];
  return sent([`POST ${path} HTTP/1.1`, host, session, page, ...about], body);
}

test.each([
  'evil@',
  '%HOST#x',
  '%HOST?x',
  '%HOST/',
  '127.1',
  '0x7f.1',
  '2130706433',
  'localhost.',
  '',
])('SRV-17: a host that no browser writes so is none of ours: %s', async (written) => {
  const host = usual.host.slice('Host: '.length);
  const odd = written.endsWith('@') ? `${written}${host}` : written.replace('%HOST', host);
  expect(statusIn(await get('/api/v1/session', `Host: ${odd}`))).toBe(400);
});

test('SRV-17: a request names one host and one origin, and asks for an address of this server', async () => {
  const { host, session } = usual;
  expect(statusIn(await get('/api/v1/session', host, session))).toBe(200);
  expect(statusIn(await get('/api/v1/session', host, 'Host: evil.example'))).toBe(400);
  for (const target of ['http://evil.example/api/v1/session', '*']) {
    expect(statusIn(await get(target, host, session))).toBe(400);
  }
  const unnamed = await get('/api/v1/session');
  expect(statusIn(unnamed)).toBe(400);
  expect(unnamed.toLowerCase()).toContain('content-security-policy');
  const twice = await post('/api/v1/session', 'application/json', Buffer.from('{}'), usual.page);
  expect(statusIn(twice)).toBe(403);
});

test.each(['/%E0%A4%A', '/api/v1/contracts/%E0%A4%A', `/api/v1/contracts/${'a'.repeat(300)}`])(
  'SRV-91: an address that cannot be read is answered under our headers, and not said again: %s',
  async (path) => {
    const said = await get(path, usual.host);
    expect(statusIn(said)).toBe(400);
    expect(said).toContain("default-src 'none'");
    expect(said).toContain('"malformed"');
    expect(said).not.toMatch(/FST_|E0%A4|aaa/u);
  },
);

test('SRV-94: a session that a request names twice is none, whichever stands first', async () => {
  const { host, session } = usual;
  const other = 'kanribo=of-another-page';
  const own = session.slice('Cookie: '.length);
  for (const cookies of [`${other}; ${own}`, `${own}; ${other}`, `${own}; ${own}`]) {
    expect(statusIn(await get('/api/v1/account', host, `Cookie: ${cookies}`))).toBe(401);
  }
  expect(statusIn(await get('/api/v1/account', host, session, `Cookie: ${other}`))).toBe(401);
  expect(statusIn(await get('/api/v1/account', host, `Cookie: a=b; ${own}; c=d`))).toBe(200);
});

test('SRV-92: a body that is packed, or no UTF-8, is refused', async () => {
  const path = '/api/v1/session/reauthenticate';
  const plain = Buffer.from('{"password":"x","code":"123456"}');
  const packed = await post(path, 'application/json', plain, 'Content-Encoding: gzip');
  expect(statusIn(packed)).toBe(415);
  const bytes = Buffer.concat([Buffer.from('{"password":"'), Buffer.of(0xff), plain.subarray(13)]);
  expect(await post(path, 'application/json', bytes)).toContain('"malformed"');
});

const form = 'multipart/form-data; boundary=B';
const part = (file: string, bytes: string): string =>
  `--B\r\nContent-Disposition: form-data; name="file"${file}\r\n\r\n${bytes}\r\n`;

const isKept = async (bytes: string): Promise<boolean> => {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return (await served.manager.get(api(`/evidence/${digest}`))).status === 200;
};

test.each<[string, string, string]>([
  ['two files', form, `${part('; filename="a"', 'one')}${part('; filename="b"', 'two')}--B--\r\n`],
  ['a file and a field', form, `${part('; filename="a"', 'one')}${part('', 'two')}--B--\r\n`],
  ['no file', form, `${part('', 'one')}--B--\r\n`],
  ['no end', form, part('; filename="a"', 'one')],
  ['no boundary', 'multipart/form-data', `${part('; filename="a"', 'one')}--B--\r\n`],
])(
  'SRV-93: an upload that is not one whole file is refused, and none of it kept: %s',
  async (_, type, body) => {
    const said = await post(api('/evidence'), type, Buffer.from(body));
    expect([statusIn(said), said.includes('"malformed"')]).toEqual([400, true]);
    expect([await isKept('one'), await isKept('two')]).toEqual([false, false]);
    expect(served.opened.logged).toEqual([]);
  },
);

test('SRV-93: uploads that break off leave nothing, take no place and are no fault', async () => {
  const { host, session, page } = usual;
  const begun = part('; filename="a"', 'broken off'.repeat(9_000)).slice(0, -2);
  const head = [`POST ${api('/evidence')} HTTP/1.1`, host, session, page];
  const length = `Content-Length: ${Buffer.byteLength(begun) + 20}`;
  for (let count = 0; count < 6; count += 1) {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    socket.on('error', () => undefined);
    const text = [...head, `Content-Type: ${form}`, length, '', begun].join('\r\n');
    await new Promise<void>((resolve) => {
      socket.write(text, () => resolve());
    });
    socket.destroy();
  }
  const whole = Buffer.from(`${part('; filename="a"', 'whole')}--B--\r\n`);
  await expect.poll(async () => statusIn(await post(api('/evidence'), form, whole))).toBe(200);
  expect(await isKept('broken off'.repeat(9_000))).toBe(false);
  expect(served.opened.logged).toEqual([]);
});

test('SRV-36: what a file is called, however oddly, is kept nowhere', async () => {
  const odd = '; filename="../../\u202egnp.exe\u0007"';
  const said = await post(api('/evidence'), form, Buffer.from(`${part(odd, 'odd name')}--B--\r\n`));
  expect(statusIn(said)).toBe(200);
  const digest = createHash('sha256').update('odd name').digest('hex');
  const { headers } = await served.manager.get(api(`/evidence/${digest}`));
  expect(headers['content-disposition']).toBe(`attachment; filename="${digest.slice(0, 16)}.txt"`);
});
