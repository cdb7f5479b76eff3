import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { parentPort } from 'node:worker_threads';

/** What users do over and over, each on a connection of their own. */
export interface Load {
  readonly port: number;
  readonly path: string;
  /** A body is sent as a command; without one it is a question. */
  readonly body: string | null;
  /** One cookie a user. */
  readonly cookies: readonly string[];
  readonly milliseconds: number;
  /** How long somebody looks at an answer before going on, on average; 0 for not at all. */
  readonly pauseMs: number;
}

/** Milliseconds each answer took, and how many were no success. */
export interface Answers {
  readonly latencies: readonly number[];
  readonly failures: number;
}

// In a thread of its own, so that sending takes nothing from the server's.
parentPort?.on('message', (load: Load) => {
  void play(load).then((answers) => parentPort?.postMessage(answers, []));
});

async function play(load: Load): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.cookies.length });
  const latencies: number[] = [];
  let failures = 0;
  const end = performance.now() + load.milliseconds;
  await Promise.all(
    load.cookies.map(async (cookie) => {
      while (performance.now() < end) {
        if (load.pauseMs > 0) await pause(2 * load.pauseMs * Math.random());
        const start = performance.now();
        const status = await send(agent, load, cookie);
        latencies.push(performance.now() - start);
        if (status !== 200) failures += 1;
      }
    }),
  );
  agent.destroy();
  return { latencies, failures };
}

const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

function send(agent: Agent, { port, path, body }: Load, cookie: string): Promise<number> {
  const ours = {
    origin: `http://localhost:${port}`,
    'x-kanribo': '1',
    'content-type': 'application/json',
    'idempotency-key': randomBytes(16).toString('hex'),
  };
  const headers = { host: `localhost:${port}`, cookie, ...(body !== null && ours) };
  const method = body === null ? 'GET' : 'POST';
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}
