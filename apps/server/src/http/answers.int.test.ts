import { apiRoot, errorDescriptions, routes } from '@kanribo/api';
import { Accounts } from '@kanribo/application';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildApp } from './app.ts';
import { at } from '../testing/at.ts';
import { Browser } from '../testing/browser.ts';
import { password } from '../testing/running.ts';
import { freshId } from '../testing/sample-contract.ts';
import { api, servedForTests } from '../testing/served.ts';

const served = servedForTests();

const now = () => served.opened.parts.clock.now();
const place = (name: string) => ({
  declaration: 'place',
  step: 'recorded',
  case: null,
  occurredAt: now(),
  values: { name, kind: 'handling-area' },
});
const key = () => ({ 'idempotency-key': freshId() });

const inside = /\.ts\b|node_modules|\n\s+at |SELECT|postgres|\/work|\/home|undefined|TypeError/iu;

test('SRV-15: every error of a route has a code of the list, and tells nothing of the inside', async () => {
  const bad = [
    served.manager.send('POST', api('/commands'), '{"a":', key()),
    served.manager.send('POST', api('/commands'), `${'['.repeat(100)}${']'.repeat(100)}`, key()),
    served.manager.send('POST', api('/commands'), '{"__proto__":{}}', key()),
    served.manager.send('POST', api('/commands'), { ...place('x'), more: 1 }, key()),
    served.manager.send('POST', api('/commands'), `{"a":"${'x'.repeat(300_000)}"}`, key()),
    served.manager.send('POST', api('/commands'), 'a=1', {
      ...key(),
      'content-type': 'text/plain',
    }),
    served.manager.get(api("/registers/'; DROP TABLE logs")),
    served.manager.get(api('/registers/place?limit=1000')),
    served.manager.get(api('/registers/nothing')),
    served.manager.get('/api/v1/contracts/..%2f..%2fetc'),
    served.manager.get('/api/v1/nothing'),
    served.manager.get(api('/cases/person-999999999')),
  ];
  const statuses: number[] = [];
  for (const answer of await Promise.all(bad)) {
    statuses.push(answer.status);
    expect(Object.keys(errorDescriptions)).toContain(at(answer.json(), 'code'));
    expect(answer.text).not.toMatch(inside);
    expect(String(at(answer.json(), 'message'))).toMatch(/[ぁ-ん]/u);
    expect(at(answer.json(), 'requestId')).toBe(answer.headers['x-request-id']);
  }
  expect(statuses).toEqual([400, 400, 400, 400, 413, 415, 404, 400, 404, 404, 404, 404]);
});

test('SRV-15: whatever is sent to whatever route, nothing breaks and nothing of the inside is told', async () => {
  const leaves = [api('/evidence'), '/account', '/session'];
  const asked = Object.values(routes).filter(({ path }) => !leaves.includes(path));
  const anything = fc.record({
    route: fc.constantFrom(...asked),
    parts: fc.array(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 3, maxLength: 3 }),
    body: fc.oneof(fc.jsonValue(), fc.string()),
    query: fc.dictionary(fc.constantFrom('day', 'known', 'after', 'limit', 'x'), fc.string()),
  });
  await fc.assert(
    fc.asyncProperty(anything, async ({ route, parts, body, query }) => {
      const rest = [...parts];
      const path = route.path.replaceAll(/:([a-z]+)/gu, (_, name: string) =>
        name === 'contract' ? 'alpha' : encodeURIComponent(rest.pop() ?? 'x'),
      );
      const url = `${apiRoot}${path}?${new URLSearchParams(query).toString()}`;
      const sent = route.method === 'GET' ? undefined : body;
      const { status, text } = await served.manager.send(route.method, url, sent, key());
      expect(status, text).not.toBe(500);
      if (status >= 400) expect(text).not.toMatch(inside);
    }),
    { numRuns: 300 },
  );
  expect(served.opened.logged).toEqual([]);
});

test('SRV-15: what nobody foresaw is told to the log of the server alone', async () => {
  class BrokenAccounts extends Accounts {
    override async session(): Promise<undefined> {
      throw new Error('SELECT secret FROM /etc/passwd');
    }
  }
  const accounts = new BrokenAccounts(served.opened.accountsParts);
  const broken = await buildApp(
    { ...served.opened.parts, accounts },
    { host: '127.0.0.1', port: 0 },
  );
  const headers = { host: 'localhost', cookie: 'kanribo=token' };
  const answer = await broken.inject({ url: '/api/v1/session', headers });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('secret');
  expect(served.opened.logged.join('\n')).toContain('SELECT secret');
  await broken.close();
});

test('SRV-16: every answer forbids framing, inline scripts and keeping', async () => {
  for (const url of ['/', '/api/v1/session', api('/duty-map'), '/api/v1/nothing', '/api/docs']) {
    const { headers } = await served.manager.get(url);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe-inline');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test('SRV-17: only our own pages may change something, under our own names', async () => {
  const body = { signInId: 'manager', password };
  const from = (headers: Readonly<Record<string, string>>) =>
    new Browser(served.app).send('POST', '/api/v1/session', body, headers);
  expect((await from({ origin: 'http://evil.example' })).status).toBe(403);
  expect((await from({ 'x-kanribo': '' })).status).toBe(403);
  expect((await from({ origin: 'http://localhost:81' })).status).toBe(403);
  const rebound = { host: 'evil.example', origin: 'http://evil.example' };
  expect((await from(rebound)).status).toBe(400);
  expect(
    (await served.manager.send('GET', '/api/v1/session', undefined, { host: 'evil.example' }))
      .status,
  ).toBe(400);
});

test('SRV-18: the description of the API is there for machines and people, without a script', async () => {
  const browser = new Browser(served.app);
  expect(at((await browser.get('/api/openapi.json')).json(), 'openapi')).toBe('3.1.0');
  const page = (await browser.get('/api/docs')).text;
  expect(page).toContain('/contracts/:contract/duty-map');
  expect(page).not.toMatch(/<script|<[^>]*\s(?:style|on\w+)=|(?:src|href)="https?:/u);
});
