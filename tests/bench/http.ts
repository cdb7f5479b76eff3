import { Worker } from 'node:worker_threads';
import { startServer } from '@kanribo/server';
import { type TestParts, openTestParts, password, startBare } from '@kanribo/server/testing';

import type { Answers, Load } from './parts/http-client.ts';
import { type Report, medianOf, millisecondsOf, rough } from './parts/report.ts';

const crowds = [1, 50, 200] as const;
const mostUsers = 200;
const spanMs = 3_000;
const alone = 100;
/** How long somebody looks at an answer. */
const lookMs = 1_000;

/** Limits: the slowest of a hundred answers, where 200 users go on after a second, to 100 ms. */
export const limits = {
  'question, p99 at 200 users / 100 ms': '1 以下',
  'command, p99 at 200 users / 100 ms': '1 以下',
};

/**
 * Signed-in commands and questions over HTTP, on a database in use: latencies at 1, 50 and 200
 * users, the share of sign-in check and database, and requests per second against bare Fastify.
 */
export async function run(): Promise<Report> {
  const settings = { idleMs: 86_400_000, sessionMs: 86_400_000 };
  const opened = await openTestParts({ accounts: 'stored', settings });
  const started = await startServer(opened.parts, { host: '127.0.0.1', port: 0 });
  if (!started.ok) throw new Error(started.error.sentence);
  const bare = await startBare();
  const client = new Worker(new URL('parts/http-client.ts', import.meta.url));
  try {
    const { origin } = started.value;
    const tokens = await signInMany(opened, origin);
    const cookies = tokens.map((token) => `kanribo=${token}`);
    const play = player(client, { port: Number(new URL(origin).port), cookies });
    const bareRate = await rateOf(player(client, { port: bare.port, cookies }), '/bare', null);
    const measured = await measureCrowds(play, opened);
    return reportOf(measured, { bareRate, shares: await measureShares(opened, tokens[0] ?? '') });
  } finally {
    await client.terminate();
    await bare.close();
    await started.value.close();
    await opened.close();
  }
}

type Play = (
  users: number,
  path: string,
  body: string | null,
  pauseMs?: number,
) => Promise<Answers>;

function player(
  client: Worker,
  { port, cookies }: { readonly port: number; readonly cookies: readonly string[] },
): Play {
  return (users, path, body, pauseMs = 0) => {
    const milliseconds = spanMs;
    const load: Load = {
      port,
      path,
      body,
      cookies: cookies.slice(0, users),
      milliseconds,
      pauseMs,
    };
    return new Promise((resolve) => {
      client.once('message', resolve);
      client.postMessage(load, []);
    });
  };
}

async function signInMany(opened: TestParts, origin: string): Promise<readonly string[]> {
  const tokens: string[] = [];
  const { accounts } = opened.parts;
  for (let user = 0; user < mostUsers; user += 1) {
    const visitor = { address: `127.0.${Math.floor(user / 200)}.${user % 200}`, agent: origin };
    const first = await accounts.signIn({ signInId: 'manager', password, ...visitor });
    if (!first.ok) throw new Error(first.error.code);
    const second = await accounts.secondFactorTotp(first.value.token, opened.code('manager'));
    if (!second.ok) throw new Error(second.error.code);
    tokens.push(second.value.token);
  }
  return tokens;
}

const question = '/api/v1/contracts/alpha/duty-map';
const commands = '/api/v1/contracts/alpha/commands';

const commandAt = (occurredAt: string) =>
  JSON.stringify({
    declaration: 'place',
    step: 'recorded',
    case: null,
    occurredAt,
    values: { name: '作業室', kind: 'handling-area' },
    falseAlarms: [],
  });

interface Crowd {
  readonly users: number;
  /** Whether each looks at an answer for a second before going on, or never stops. */
  readonly isLooking: boolean;
  readonly kind: 'question' | 'command';
  readonly answers: Answers;
}

async function measureCrowds(play: Play, { parts }: TestParts): Promise<readonly Crowd[]> {
  const measured: Crowd[] = [];
  await play(50, question, null);
  for (const isLooking of [true, false]) {
    const pauseMs = isLooking ? lookMs : 0;
    // One who pauses asks too seldom for a hundredth.
    for (const users of crowds.filter((crowd) => !isLooking || crowd > 1)) {
      const about = { users, isLooking };
      const asked = await play(users, question, null, pauseMs);
      measured.push({ ...about, kind: 'question', answers: asked });
      const body = commandAt(parts.clock.now());
      const recorded = await play(users, commands, body, pauseMs);
      measured.push({ ...about, kind: 'command', answers: recorded });
    }
  }
  return measured;
}

async function rateOf(play: Play, path: string, body: string | null): Promise<number> {
  await play(50, path, body);
  const { latencies } = await play(50, path, body);
  return (1000 * latencies.length) / spanMs;
}

/** What one question spends on the sign-in check, and on reading a head and writing an entry. */
async function measureShares({ parts }: TestParts, token: string) {
  const { accounts, instance, freshId } = parts;
  const session = await accounts.session(token);
  const binding = session?.kind === 'full' ? session.bindings[0] : undefined;
  if (binding === undefined) throw new Error('the session is over');
  const caller = { id: freshId(), actor: 'software' };
  const checked = await medianMs(() => accounts.session(token));
  const stored = await medianMs(async () => {
    await instance.ledger.current();
    await instance.recordStart({ ...caller, id: freshId() }, '0.0.0');
  });
  const asked = await medianMs(async () => {
    const look = { kind: 'look', at: 'duty-map', subjects: [] } as const;
    await instance.ask(binding.contract, { id: freshId(), actor: binding.person, question: look });
  });
  return { checked, stored, asked };
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let turn = 0; turn < alone; turn += 1) taken.push(await millisecondsOf(work));
  return medianOf(taken);
}

function quantile({ latencies }: Answers, share: number): number {
  const sorted = [...latencies].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function reportOf(
  measured: readonly Crowd[],
  {
    bareRate,
    shares,
  }: {
    readonly bareRate: number;
    readonly shares: Awaited<ReturnType<typeof measureShares>>;
  },
): Report {
  const figures: Record<string, number> = {};
  for (const { users, kind, isLooking, answers } of measured) {
    const name = `${kind}, ${users} users${isLooking ? '' : ' without pause'}`;
    figures[`${name}, p50 ms`] = rough(quantile(answers, 0.5));
    figures[`${name}, p99 ms`] = rough(quantile(answers, 0.99));
    figures[`${name}, per second`] = rough((1000 * answers.latencies.length) / spanMs);
    if (answers.failures > 0) figures[`${name}, failures`] = answers.failures;
  }
  const found = (kind: Crowd['kind'], users: number, isLooking: boolean) =>
    measured.find((one) => one.kind === kind && one.users === users && one.isLooking === isLooking)
      ?.answers ?? { latencies: [], failures: 0 };
  const slow = (kind: Crowd['kind']) => rough(quantile(found(kind, 200, true), 0.99) / 100);
  const total = quantile(found('question', 1, false), 0.5);
  return {
    bench: 'http',
    ratios: {
      'question, p99 at 200 users / 100 ms': slow('question'),
      'command, p99 at 200 users / 100 ms': slow('command'),
      'question at 50 users / bare Fastify (rate)': rough(
        (figures['question, 50 users without pause, per second'] ?? 0) / bareRate,
      ),
      'sign-in check / question at 1 user (time)': rough(shares.checked / total),
      'head and entry in the database / question at 1 user (time)': rough(shares.stored / total),
      'rights, state and access entry / question at 1 user (time)': rough(shares.asked / total),
    },
    figures: { 'bare Fastify, 50 users, per second': rough(bareRate), ...figures },
  };
}
