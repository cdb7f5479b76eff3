import type { Route } from '@kanribo/api';
import type { FullSession, PendingSession, Visitor } from '@kanribo/application';
import { type ContractId, type Day, type Result, err } from '@kanribo/kernel';
import type { z } from 'zod';
import type { ConnectionDevice } from './client-certificate.ts';
import type { Problem } from './problem.ts';
import type { DeepReadonly, FileReply, Reply } from './reply.ts';

/** The session of a request and the token that its cookie holds. */
export interface Held<S> {
  readonly token: string;
  readonly session: S;
}

/** Who acts under a contract. */
export interface Member {
  readonly contract: ContractId;
  /** Id of the person's case; of the account, where it is no person of the contract. */
  readonly person: string;
  /** An external auditor (外部の監査人): how long, and whether the route is open to them. */
  readonly audit?: { readonly until: Day; readonly mayLook: boolean };
}

/** What each audience brings along, beside the parsed request. */
interface Present {
  readonly anybody: { readonly held: Held<PendingSession | FullSession> | undefined };
  readonly pending: { readonly held: Held<PendingSession> };
  readonly 'signed-in': { readonly held: Held<FullSession> };
  readonly administrator: { readonly held: Held<FullSession> };
  readonly contract: { readonly held: Held<FullSession>; readonly member: Member };
}

/** What of a request is not in its contract of params, query and body. */
export interface Incoming {
  readonly client: Visitor;
  /** What its connection shows of the device. */
  readonly device: ConnectionDevice;
  readonly header: (name: string) => string | undefined;
  /** The one file of a multipart body; undefined where there is none. */
  readonly file: () => Promise<AsyncIterable<Uint8Array> | undefined>;
}

type Parsed<R, K extends string> = R extends { readonly [P in K]: infer S extends z.ZodType }
  ? DeepReadonly<z.output<S>>
  : undefined;

/** A request that may be answered: its sender is whom the route is for, its parts are parsed. */
export type Call<R extends Route> = Incoming & {
  readonly params: Parsed<R, 'params'>;
  readonly query: Parsed<R, 'query'>;
  readonly body: Parsed<R, 'body'>;
} & Present[R['audience']];

type BodyOf<R extends Route> = R['answerKind'] extends 'json'
  ? R extends { readonly answer: infer A extends z.ZodType }
    ? DeepReadonly<z.input<A>>
    : never
  : R['answerKind'] extends 'nothing'
    ? undefined
    : FileReply;

/** What a handler answers. */
export type Answered<R extends Route> = Promise<Result<Reply<BodyOf<R>>, Problem>>;

/** A request as it came, its sender let in. */
export interface RawCall extends Incoming {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly held: Held<PendingSession | FullSession> | undefined;
  readonly member: Member | undefined;
}

/** A handler with its route: parses what comes, and holds what leaves to the answer's contract. */
export interface BoundHandler {
  readonly route: Route;
  run(raw: RawCall): Promise<Result<Reply<unknown>, Problem>>;
}

/** Binds a handler to its route. */
export function handle<const R extends Route>(
  route: R,
  run: (call: Call<R>) => Answered<R>,
): BoundHandler;
export function handle(
  route: Route,
  run: (call: RawCall) => Promise<Result<Reply<unknown>, Problem>>,
): BoundHandler {
  return {
    route,
    async run(raw) {
      const params = parse(route.params, raw.params);
      if (!params.ok) return err({ code: 'not-found' });
      const query = parse(route.query, raw.query);
      if (!query.ok) return err({ code: 'malformed', field: query.error });
      const body = parse(route.body, raw.body);
      if (!body.ok) return err({ code: 'malformed', field: body.error });
      const parsed = { params: params.value, query: query.value, body: body.value };
      const answered = await run({ ...raw, ...parsed });
      if (!answered.ok || route.answer === undefined) return answered;
      const checked = route.answer.parse(answered.value.body);
      return { ok: true, value: { ...answered.value, body: checked } };
    },
  };
}

/** The value as its schema reads it, or the first key that does not fit. */
function parse(schema: z.ZodType | undefined, value: unknown): Result<unknown, string> {
  if (schema === undefined) return { ok: true, value: undefined };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const path = [...(issue?.path ?? []), ...keys.slice(0, 1)].map(String).join('.');
  return err(/^[\w.-]{1,80}$/u.test(path) ? path : 'body');
}
