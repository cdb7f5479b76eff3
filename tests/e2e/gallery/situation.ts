import type { Page } from 'playwright-core';
import type { problem } from './faked-answers.ts';

/** What a screen comes to by something that is done or that happens, not by its address alone. */
export interface Situation {
  readonly name: string;
  readonly path: string;
  /** Who looks, where it is not a member of the contract. */
  readonly looker?: 'nobody';
  /** What the server is made to answer. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** What is done once the screen is there. */
  readonly reach?: (page: Page) => Promise<void>;
}

/** Every route of the server. */
export const api = '**/api/v1';

/** Presses a button. */
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).click();

/** Changes part of a real answer. */
export const changed = (path: string | RegExp, part: object) => async (page: Page) => {
  await page.route(path, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const answer = await route.fetch();
    const json: unknown = await answer.json();
    return route.fulfill({ response: answer, json: Object.assign({}, json, part) });
  });
};

/** Answers a route with this. */
export const told = (path: string, json: unknown) => async (page: Page) => {
  await page.route(path, (route) => route.fulfill({ json }));
};

/** Has a route fail. */
export const failing = (path: string, failed: ReturnType<typeof problem>) => async (page: Page) => {
  await page.route(path, (route) => route.fulfill(failed));
};
