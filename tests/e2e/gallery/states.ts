import type { Page } from 'playwright-core';
import type { Address } from './addresses.ts';
import { problem } from './faked-answers.ts';

/** Questions of a screen itself: what stands around it is answered as always. */
function isOfScreen(url: URL): boolean {
  const { pathname } = url;
  return pathname.startsWith('/api/') && !around.some((path) => path.test(pathname));
}

const around = [/^\/api\/v1\/session$/u, /^\/api\/v1\/contracts\/[\w-]+$/u];

interface State {
  /** Where the screen is in this state; undefined where it has none. */
  readonly pathOf: (address: Address) => string | undefined;
  readonly prepare: (page: Page) => Promise<void>;
}

/** How a screen may be met: with a life in it, with nothing in it yet, waiting, and failing. */
export const states: Readonly<Record<string, State>> = {
  filled: { pathOf: ({ filled }) => filled, prepare: async () => undefined },
  empty: { pathOf: ({ empty }) => empty, prepare: async () => undefined },
  loading: {
    pathOf: ({ filled }) => filled,
    prepare: (page) => page.route(isOfScreen, () => undefined).then(() => undefined),
  },
  error: {
    pathOf: ({ filled }) => filled,
    prepare: (page) =>
      page.route(isOfScreen, (route) => route.fulfill(problem('unexpected'))).then(() => undefined),
  },
};
