import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { buildApp } from '../http/app.ts';
import { Browser } from './browser.ts';
import { type TestParts, openTestParts } from './running.ts';

/** The sample contract, served to the tests of one file, with its manager signed in. */
export interface Served {
  readonly opened: TestParts;
  readonly app: FastifyInstance;
  readonly manager: Browser;
}

/** Serves before the tests of a file, prepared as it says, and closes after them. */
export function servedForTests(prepare?: (served: Served) => Promise<void>): Served {
  const parts: { opened?: TestParts; app?: FastifyInstance; manager?: Browser } = {};
  const served: Served = {
    get opened() {
      return present(parts.opened);
    },
    get app() {
      return present(parts.app);
    },
    get manager() {
      return present(parts.manager);
    },
  };
  beforeAll(async () => {
    parts.opened = await openTestParts();
    parts.app = await buildApp(parts.opened.parts, { host: '127.0.0.1', port: 0 });
    parts.manager = await Browser.signedIn(parts.app, parts.opened, 'manager');
    await prepare?.(served);
  });
  afterAll(async () => {
    await parts.app?.close();
    await parts.opened?.close();
  });
  return served;
}

/** An address of the sample contract. */
export const api = (path: string): string => `/api/v1/contracts/alpha${path}`;

function present<T>(part: T | undefined): T {
  if (part === undefined) throw new TypeError('nothing is served before the tests begin');
  return part;
}
