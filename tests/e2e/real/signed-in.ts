import { randomBytes } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { setUp, signIn } from '../outbound/sign-in.ts';
import type { Started } from './started.ts';

/** Makes the first administrator and signs in as them; the context keeps the session. */
export async function signInFirst(context: BrowserContext, serving: Started): Promise<Page> {
  const page = await context.newPage();
  const secret = await setUp(page, serving.setUpLink);
  await signIn(page, serving.origin, secret);
  return page;
}

/** Sends as the pages do, out of one of them; a command goes under an id of its own, against a version. */
export async function post(
  page: Page,
  path: string,
  body: unknown,
  version?: number,
): Promise<void> {
  const id = randomBytes(16).toString('hex');
  const match = version === undefined ? {} : { 'if-match': `"${version}"` };
  const sent = { id, match, path: `/api/v1${path}`, body: JSON.stringify(body) };
  const refused = await page.evaluate(async (order) => {
    const answer = await fetch(order.path, {
      method: 'POST',
      headers: {
        'x-kanribo': '1',
        'content-type': 'application/json',
        'idempotency-key': order.id,
        ...order.match,
      },
      body: order.body,
    });
    return answer.ok ? '' : `${answer.status} ${await answer.text()}`;
  }, sent);
  if (refused !== '') throw new Error(`${path}: ${refused}`);
}
