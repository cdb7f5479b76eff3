import type { FastifyInstance } from 'fastify';
import { instanceId } from '@kanribo/application';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../http/app.ts';
import { Browser } from '../testing/browser.ts';
import { logged } from '../testing/logged.ts';
import { type TestParts, openTestParts } from '../testing/running.ts';

let opened: TestParts;
let app: FastifyInstance;

beforeAll(async () => {
  opened = await openTestParts();
  app = await buildApp(opened.parts, { host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await app?.close();
  await opened?.close();
});

/** The refusals the instance's log holds, as text. */
async function refusals(): Promise<readonly string[]> {
  const key = { contractId: instanceId, log: 'instance' } as const;
  const lines = await logged(opened.parts, key);
  return lines.filter((line) => line.includes('"account/refused@1"'));
}

test('SRV-73: what is refused to somebody signed in before any command is entered by itself', async () => {
  const handler = await Browser.signedIn(app, opened, 'handler');
  expect((await handler.get('/api/v1/contracts/beta/duty-map')).status).toBe(404);
  expect((await handler.get('/api/v1/health')).status).toBe(403);
  const suspended = await handler.send('POST', '/api/v1/accounts/account-1/suspend');
  expect(suspended.status).toBe(403);
  expect((await new Browser(app).get('/api/v1/account')).status).toBe(401);
  const entered = (await refusals()).join('\n');
  expect(entered.split('\n')).toHaveLength(3);
  for (const route of [
    'GET /contracts/:contract/duty-map',
    'GET /health',
    'POST /accounts/:id/suspend',
  ]) {
    expect(entered).toContain(`"route":"${route}"`);
  }
  expect(entered).not.toContain('beta');
});
