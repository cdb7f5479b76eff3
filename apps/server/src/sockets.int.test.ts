import { request as secureRequest } from 'node:https';
import { type Socket, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicAddress } from './http/address.ts';
import { checkedSettings } from './http/checked-settings.ts';
import { type RunningServer, startServer } from './start.ts';
import { numbersCertificate, testTls } from './testing/certificate.ts';
import { type TestParts, openTestParts, password } from './testing/running.ts';

let opened: TestParts;

beforeAll(async () => {
  opened = await openTestParts();
});

afterAll(async () => {
  await opened?.close();
});

async function started(settings: Partial<Parameters<typeof startServer>[1]> = {}) {
  const running = await startServer(opened.parts, { host: '127.0.0.1', port: 0, ...settings });
  if (!running.ok) throw new Error(running.error.sentence);
  return running.value;
}

const portOf = ({ origin }: RunningServer) => Number(new URL(origin).port);

/** What a socket says until it is closed, and how long that took. */
function untilClosed(socket: Socket): Promise<{ readonly said: string; readonly tookMs: number }> {
  const start = Date.now();
  return new Promise((resolve) => {
    let said = '';
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ said, tookMs: Date.now() - start }));
  });
}

test.each(['0.0.0.0', '::', '192.0.2.1', 'kanribo.example'])(
  'SRV-21: without TLS the server does not start on %s, and says what to do',
  async (host) => {
    const refused = await startServer(opened.parts, { host, port: 0 });
    expect(refused).toMatchObject({ ok: false, error: { code: 'tls-needed' } });
    expect(refused.ok ? '' : refused.error.sentence).toContain('--tls-cert');
    expect(checkedSettings({ host, port: 0, tls: testTls }, new Date()).ok).toBe(true);
  },
);

test.each([
  ['no certificate', { certificate: 'no certificate', key: testTls.key }],
  ['no key', { ...testTls, key: 'no key' }],
  ['a key of another certificate', { ...testTls, certificate: numbersCertificate }],
])('SRV-21: %s is said to be one', (_, tls) => {
  const refused = checkedSettings({ host: '127.0.0.1', port: 0, tls }, new Date());
  expect(refused).toMatchObject({ ok: false, error: { code: 'certificate-malformed' } });
});

test.each([
  [{}, '--tls-cert'],
  [{ authority: testTls.certificate }, 'kanribo keys tls renew'],
])('SRV-21: with a certificate that has ended the server does not start: %o', (own, way) => {
  const settings = { host: '127.0.0.1', port: 0, tls: { ...testTls, ...own } };
  const lastMoment = new Date('2126-10-30T14:27:01Z');
  expect(checkedSettings(settings, lastMoment).ok).toBe(true);
  const refused = checkedSettings(settings, new Date(lastMoment.getTime() + 1000));
  expect(refused).toMatchObject({ ok: false, error: { code: 'certificate-ended' } });
  expect(refused.ok ? '' : refused.error.sentence).toContain(way);
});

test('SRV-22: who sends a head or a body too slowly is cut off', async () => {
  const server = await started({ limits: { headMs: 300, requestMs: 600 } });
  const head = connect(portOf(server), '127.0.0.1');
  head.write('GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\n');
  const body = connect(portOf(server), '127.0.0.1');
  body.write(
    'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nX-Kanribo: 1\r\n' +
      'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"signInId":',
  );
  const [slowHead, slowBody] = await Promise.all([untilClosed(head), untilClosed(body)]);
  expect(slowHead.tookMs).toBeLessThan(3_000);
  expect(slowBody.tookMs).toBeLessThan(3_000);
  expect(slowHead.said + slowBody.said).not.toContain('200 OK');
  await server.close();
});

test('SRV-22: a body that announces more than is taken is refused before it has come', async () => {
  const server = await started();
  const { origin } = server;
  const headers = { origin, 'x-kanribo': '1', 'content-type': 'application/json' };
  const large = `{"signInId":"${'a'.repeat(300 * 1024)}"}`;
  const refused = await fetch(`${origin}/api/v1/session`, { method: 'POST', headers, body: large });
  expect(refused.status).toBe(413);
  expect(await refused.json()).toMatchObject({ code: 'too-large' });
  await server.close();
});

test('SRV-22: what is no HTTP is answered without a word of the inside', async () => {
  const server = await started();
  const socket = connect(portOf(server), '127.0.0.1');
  socket.write('GET / HTTP/9.9\u0001\r\n\r\n');
  const { said } = await untilClosed(socket);
  expect(said).toMatch(/^HTTP\/1\.1 400 /u);
  expect(said).not.toMatch(/Error|\.js|HPE_/u);
  expect(said).toContain('"malformed"');
  await server.close();
});

test('SRV-16: with TLS browsers are held to it, and the cookie is Secure', async () => {
  const server = await started({ tls: testTls });
  expect(server.origin).toBe(`https://kanribo.test:${portOf(server)}`);
  const answer = await new Promise<{ status: number; headers: Readonly<Record<string, unknown>> }>(
    (resolve, reject) => {
      const host = `localhost:${portOf(server)}`;
      const headers = {
        host,
        origin: `https://${host}`,
        'x-kanribo': '1',
        'content-type': 'application/json',
      };
      const options = { method: 'POST', host: '127.0.0.1', port: portOf(server), headers };
      const asked = secureRequest(
        { ...options, path: '/api/v1/session', ca: testTls.certificate, servername: 'localhost' },
        (response) => {
          response.resume();
          resolve({ status: response.statusCode ?? 0, headers: response.headers });
        },
      );
      asked.on('error', reject);
      asked.end(JSON.stringify({ signInId: 'manager', password }));
    },
  );
  expect(answer.status).toBe(200);
  expect(answer.headers['strict-transport-security']).toContain('max-age=63072000');
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/^__Host-kanribo=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/u);
  await server.close();
});

test('SRV-23: passkeys are bound to a host name, which numbers are not', () => {
  const loopback = { host: '127.0.0.1', port: 8080 };
  expect(publicAddress(loopback)).toEqual({ origin: 'http://localhost:8080', host: 'localhost' });
  const named = { host: '0.0.0.0', port: 443, tls: testTls };
  expect(publicAddress(named)).toEqual({ origin: 'https://kanribo.test', host: 'kanribo.test' });
  const tls = { certificate: numbersCertificate, key: '' };
  const numbers = publicAddress({ host: '192.0.2.1', port: 443, tls });
  expect(numbers).toEqual({ origin: 'https://192.0.2.1', host: undefined });
});

test('SRV-24: what is under way is answered before the server ends', async () => {
  const server = await started();
  const { origin } = server;
  const body = Buffer.from(JSON.stringify({ signInId: 'manager', password }));
  const socket = connect(portOf(server), '127.0.0.1');
  const head = [
    'POST /api/v1/session HTTP/1.1',
    `Host: localhost:${portOf(server)}`,
    `Origin: ${origin}`,
    'X-Kanribo: 1',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  const ended = untilClosed(socket);
  await pause(100);
  const closing = server.close();
  await pause(100);
  await expect(fetch(`${origin}/api/v1/session`)).rejects.toThrow('fetch failed');
  socket.write(body);
  expect((await ended).said).toMatch(/^HTTP\/1\.1 200 /u);
  await closing;
});

const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
