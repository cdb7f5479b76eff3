import { type Route, type RouteName, apiRoot, routes } from '@kanribo/api';
import { type Result, err, ok } from '@kanribo/kernel';
import type { z } from 'zod';
import { problemOf } from './problem-of.ts';
import { noteServerTime } from './server-clock.ts';
import { type Problem, unreachable, unreadable } from './problem.ts';

type Routes = typeof routes;

type Given<R, K extends string> = R extends { readonly [P in K]: infer S extends z.ZodType }
  ? { readonly [P in K]: Sent<z.input<S>> }
  : unknown;

/** A schema that reads a number out of text takes anything; it is given numbers here. */
type Sent<T> = unknown extends T
  ? number
  : T extends (infer E)[]
    ? readonly Sent<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Sent<T[K]> }
      : T;

/** What goes along with a call beside its contract. */
export interface CallOptions {
  /** Sequence of the last step of the case that is changed. */
  readonly ifMatch?: number;
  /** Makes the same command safe to send again: 128 bits in hex. */
  readonly idempotencyKey?: string;
  /** The one file of a multipart call. */
  readonly file?: File;
  readonly signal?: AbortSignal;
  /** Is told how many bytes of a file have come so far. */
  readonly onBytes?: (bytes: number) => void;
}

/** What a route is called with: its params, query and body as its contract has them. */
export type CallInput<N extends RouteName> = Given<Routes[N], 'params'> &
  Given<Routes[N], 'query'> &
  Given<Routes[N], 'body'>;

/** What a route says that answers nothing: a value, so that it is told from a failure. */
const done = 'done';

/** What a route answers. */
export type AnswerOf<N extends RouteName> = Routes[N] extends {
  readonly answer: infer A extends z.ZodType;
}
  ? z.output<A>
  : Routes[N] extends { readonly answerKind: 'nothing' }
    ? typeof done
    : Blob;

interface LooseInput extends CallOptions {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

const ended = new Set<() => void>();

/** Is told whenever the server says that the session has ended; answers how to stop listening. */
export function onSessionEnded(listener: () => void): () => void {
  ended.add(listener);
  return () => ended.delete(listener);
}

/**
 * Calls a route of the API. A refusal, a missing session or a broken connection is a value, never
 * thrown; only an aborted call throws.
 */
export function call<const N extends RouteName>(
  name: N,
  input: CallInput<N> & CallOptions,
): Promise<Result<AnswerOf<N>, Problem>>;
export async function call(name: RouteName, input: LooseInput): Promise<Result<unknown, Problem>> {
  const route: Route = routes[name];
  const response = await send(route, input);
  if (response === undefined) return err(unreachable);
  noteServerTime(response.headers.get('date'));
  if (!response.ok) {
    const problem = await problemIn(response);
    if (problem.code !== 'signed-out' || route.audience === 'anybody') return told(problem, route);
    // Proving oneself anew, in another tab too, gives the session a new token: what was on its way
    // under the former one was not done, and is sent once more when the new one has come.
    await new Promise((resolve) => setTimeout(resolve, tokenArrivesMs));
    const again = await send(route, input);
    if (again === undefined) return err(unreachable);
    if (!again.ok) return told(await problemIn(again), route);
    return answerIn(again, route, input);
  }
  return answerIn(response, route, input);
}

const tokenArrivesMs = 300;

async function answerIn(
  response: Response,
  route: Route,
  input: LooseInput,
): Promise<Result<unknown, Problem>> {
  if (route.answerKind === 'nothing') return ok(done);
  if (route.answer === undefined) return fileOf(response, input);
  const parsed = route.answer.safeParse(await jsonOf(response));
  return parsed.success ? ok(parsed.data) : err(unreadable);
}

async function send(route: Route, input: LooseInput): Promise<Response | undefined> {
  try {
    return await fetch(addressOf(route, input), requestOf(route, input));
  } catch (fault) {
    if (input.signal?.aborted === true) throw fault;
    return undefined;
  }
}

async function problemIn(response: Response): Promise<Problem> {
  const waits = Number(response.headers.get('retry-after') ?? Number.NaN);
  const problem = problemOf(await jsonOf(response), response.status);
  return problem.code === 'try-later' && waits > 0 ? { ...problem, retryAfter: waits } : problem;
}

/** Says who listens that the session has ended, where it has. */
function told(problem: Problem, route: Route): Result<never, Problem> {
  const isEnded = problem.code === 'signed-out' || problem.code === 'second-factor-needed';
  if (isEnded && route.audience !== 'anybody') for (const listener of ended) listener();
  return err(problem);
}

/** A file that broke off on its way is none. */
async function fileOf(
  response: Response,
  { signal, onBytes }: CallOptions,
): Promise<Result<Blob, Problem>> {
  let bytes = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, passed) {
      bytes += chunk.length;
      onBytes?.(bytes);
      passed.enqueue(chunk);
    },
  });
  try {
    if (onBytes === undefined || response.body === null) return ok(await response.blob());
    const { headers } = response;
    return ok(await new Response(response.body.pipeThrough(counting), { headers }).blob());
  } catch (fault) {
    if (signal?.aborted === true) throw fault;
    return err(unreachable);
  }
}

/** Where a route stands, with its parameters filled in. */
export function addressOf({ path }: Route, { params = {}, query = {} }: LooseInput): string {
  const filled = path.replaceAll(/:([a-z]+)/gu, (_, name: string) =>
    encodeURIComponent(textIn(params[name])),
  );
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(asked.map(([name, value]) => [name, textIn(value)]));
  return `${apiRoot}${filled}${asked.length > 0 ? `?${search.toString()}` : ''}`;
}

const textIn = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function requestOf({ method }: Route, input: LooseInput): RequestInit {
  const { body, file, ifMatch, idempotencyKey, signal } = input;
  const headers: Record<string, string> = {};
  if (method !== 'GET') headers['X-Kanribo'] = '1';
  if (ifMatch !== undefined) headers['If-Match'] = `"${ifMatch}"`;
  if (idempotencyKey !== undefined) headers['Idempotency-Key'] = idempotencyKey;
  const base = { method, headers, credentials: 'same-origin', ...(signal && { signal }) } as const;
  if (file !== undefined) {
    const form = new FormData();
    form.set('file', file);
    return { ...base, body: form };
  }
  if (body === undefined) return base;
  headers['Content-Type'] = 'application/json';
  return { ...base, body: JSON.stringify(body) };
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
