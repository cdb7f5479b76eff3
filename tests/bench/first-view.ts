import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchSilent } from '../e2e/outbound/silent-browser.ts';
import { type GrownInstance, makeGrownInstance } from './parts/grown-instance.ts';
import { type Report, medianOf, rough } from './parts/report.ts';

const entries = 100_000;
const rounds = 5;
const limitMs = 1_000;
const root = join(import.meta.dirname, '..', '..');
const served = join(root, 'tests', 'e2e', 'outbound', 'serve.ts');
const builder = join(root, 'apps', 'web', 'build.ts');

/** Limits of the ratios. */
export const limits = {
  'navigation to 今日やること usable, right after listening / 1 s (time)': '1 以下',
};

/**
 * A browser opens 今日やること of a contract with 100,000 entries as soon as a server that was just
 * started listens, on loopback, with nothing in any cache; then a second browser does.
 */
export async function run(): Promise<Report> {
  const directory = await mkdtemp(join(tmpdir(), 'kanribo-bench-view-'));
  // PostgreSQL does not run as root and has to pass the directory.
  await chmod(directory, 0o711);
  const screens = join(directory, 'screens');
  try {
    await promisify(execFile)(process.execPath, [builder, '--out', screens]);
    const grown = await makeGrownInstance(directory, entries);
    const browser = await launchSilent();
    try {
      const taken: Times[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        taken.push(await start(browser, grown, { directory, screens }));
      }
      return reportOf(taken.slice(1));
    } finally {
      await browser.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** What one start took, in milliseconds. */
interface Times {
  readonly listening: number;
  readonly firstView: number;
  readonly secondView: number;
}

async function start(
  browser: Browser,
  grown: GrownInstance,
  places: { readonly directory: string; readonly screens: string },
): Promise<Times> {
  const begun = performance.now();
  const server = spawn(process.execPath, [served, places.directory, places.screens], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const origin = await originOf(server);
    const listening = performance.now() - begun;
    const firstView = await view(browser, origin, grown);
    return { listening, firstView, secondView: await view(browser, origin, grown) };
  } finally {
    const ended = once(server, 'close');
    server.kill('SIGTERM');
    await ended;
  }
}

/** Where a server says that it listens. */
async function originOf(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('the server says nothing');
  for await (const line of createInterface(server.stdout)) {
    const [origin] = /http:\/\/\S+/u.exec(line) ?? [];
    if (origin !== undefined) return origin;
  }
  throw new Error('the server ended before it listened');
}

/** From navigation until what waits is shown and can be clicked, in a browser without a cache. */
async function view(
  browser: Browser,
  origin: string,
  { contract, token }: GrownInstance,
): Promise<number> {
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  try {
    await context.addCookies([{ name: 'kanribo', value: token, url: origin }]);
    const page = await context.newPage();
    const begun = performance.now();
    await page.goto(`${origin}/contracts/${contract}`, { waitUntil: 'commit' });
    await page.getByLabel('自分が行えるものだけを表示する').waitFor();
    return performance.now() - begun;
  } finally {
    await context.close();
  }
}

function reportOf(taken: readonly Times[]): Report {
  const median = (of: (times: Times) => number) => rough(medianOf(taken.map(of)));
  return {
    bench: 'first-view',
    ratios: {
      'navigation to 今日やること usable, right after listening / 1 s (time)': rough(
        median(({ firstView }) => firstView) / limitMs,
      ),
      'reading the register / first view (time)': median(
        ({ firstView, secondView }) => (firstView - secondView) / firstView,
      ),
    },
    figures: {
      entries,
      'process start to listening, database stopped, ms': median(({ listening }) => listening),
      'navigation to usable, right after listening, ms': median(({ firstView }) => firstView),
      'navigation to usable, another browser later, ms': median(({ secondView }) => secondView),
      'process start to usable, ms': median(({ listening, firstView }) => listening + firstView),
      'quickest first view, ms': rough(Math.min(...taken.map(({ firstView }) => firstView))),
    },
  };
}
