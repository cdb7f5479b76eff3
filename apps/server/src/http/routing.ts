import { type AnswerKind, type Route, apiRoot, mediaTypes } from '@kanribo/api';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ShownCertificate } from '@kanribo/application';
import type { Result } from '@kanribo/kernel';
import type { Parts } from '../parts.ts';
import { admit } from '../rights/admit.ts';
import { noteAttempt } from '../rights/note-attempt.ts';
import type { notedDevices } from '../rights/noted-devices.ts';
import { sessionCookie } from '../sign-in/session-cookie.ts';
import type { ConnectionDevice } from './client-certificate.ts';
import type { BoundHandler, Incoming } from './handle.ts';
import { type Problem, errorAnswerOf, statusOf } from './problem.ts';
import type { Reply } from './reply.ts';
import { isFile } from './reply.ts';
import type { Limits, ServerSettings } from './settings.ts';
import { uploadIn } from './upload.ts';

/** What routes are served with. */
export interface Serving {
  readonly parts: Parts;
  readonly settings: ServerSettings;
  readonly limits: Limits;
  /** What the connection of a request shows of the device. */
  readonly deviceOf: ReturnType<typeof notedDevices>;
}

/** Adds every route of the API. */
export function addRoutes(
  app: FastifyInstance,
  handlers: Readonly<Record<string, BoundHandler>>,
  serving: Serving,
): void {
  app.decorateRequest('admitted', null);
  for (const handler of Object.values(handlers)) addRoute(app, handler, serving);
}

function addRoute(app: FastifyInstance, handler: BoundHandler, serving: Serving): void {
  const { route } = handler;
  const { parts, settings, limits, deviceOf } = serving;
  const cookie = sessionCookie(settings);
  app.route({
    method: route.method,
    url: `${apiRoot}${route.path}`,
    bodyLimit: bodyLimitOf(route, limits),
    // A body is read only once its sender is let in.
    onRequest: async (request, reply) => {
      const contract = textAt(request.params, 'contract');
      const token = cookie.tokenIn(request.headers.cookie);
      const certificate = shownIn(await deviceOf(request));
      const admitted = await admit(parts.accounts, route, { token, contract, certificate });
      if (!admitted.ok) {
        if (isAttempt(admitted.error)) {
          const account = token && (await accountOf(parts, token, certificate));
          await noteAttempt(parts, request, refusedTo(account, route, admitted.error));
        }
        return sendProblem(request, reply, admitted.error);
      }
      request.setDecorator('admitted', admitted.value);
      return undefined;
    },
    handler: async (request, reply) => {
      const { held, member } = request.getDecorator<AdmittedValue>('admitted');
      const { params, query, body } = request;
      const device = await deviceOf(request);
      const raw = { params, query, body, held, member, ...incomingOf(request, device) };
      const answered = await handler.run(raw);
      if (!answered.ok) {
        const refused = refusedTo(held?.session.account, route, answered.error);
        // What a duty refuses is in the access log of its contract already.
        if (answered.error.code === 'not-allowed' && answered.error.duty === undefined) {
          await noteAttempt(parts, request, refused);
        }
        return sendProblem(request, reply, answered.error);
      }
      if (answered.value.cookie !== undefined) cookie.set(reply, answered.value.cookie);
      return sendReply(reply, route.answerKind, answered.value);
    },
  });
}

function refusedTo(account: string | undefined, { method, path }: Route, { code }: Problem) {
  if (account === undefined || account === '') return undefined;
  return { account, route: `${method} ${path}`, code };
}

/** Whose whole session a token is of. */
async function accountOf(
  { accounts }: Parts,
  token: string,
  certificate: ShownCertificate | null,
): Promise<string | undefined> {
  const session = await accounts.session(token, certificate);
  return session?.kind === 'full' ? session.account : undefined;
}

/** A session that is over or half begun is no attempt at what is another's. */
const isAttempt = ({ code }: Problem): boolean => code === 'not-allowed' || code === 'not-found';

type Admission = Awaited<ReturnType<typeof admit>>;
type AdmittedValue = Admission extends Result<infer Value, unknown> ? Value : never;

/** A text of 300,000 characters may come as three bytes and an escape each. */
const annexBytes = 2 * 1024 * 1024;
/** 2,000 lines of a register with all their remarks. */
const importBytes = 8 * 1024 * 1024;
/** A form of 5 MB and what goes around it. */
const formBytes = 5_064_000;

function bodyLimitOf({ path }: Route, { jsonBytes, evidenceBytes }: Limits): number {
  if (path.endsWith('/files')) return formBytes;
  if (path.endsWith('/evidence')) return evidenceBytes + 64 * 1024;
  if (path.includes('/imports')) return importBytes;
  return path.endsWith('/annex/read') ? annexBytes : jsonBytes;
}

const shownIn = (device: ConnectionDevice): ShownCertificate | null =>
  device.state === 'shown' ? device.certificate : null;

function incomingOf(request: FastifyRequest, device: ConnectionDevice): Incoming {
  const header = (name: string) => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const agent = (header('user-agent') ?? '').slice(0, 200);
  return {
    client: { address: request.ip, agent, certificate: shownIn(device) },
    device,
    header,
    file: () => uploadIn(request),
  };
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter));
  return sendJson(reply.code(statusOf(problem)), errorAnswerOf(problem, request.id));
}

function sendReply(reply: FastifyReply, kind: AnswerKind, { body, version }: Reply<unknown>) {
  if (version !== undefined) reply.header('etag', `"${version}"`);
  if (kind === 'nothing') return reply.code(204).send();
  if (!isFile(body)) return sendJson(reply, body);
  const { content, name } = body;
  reply.type(mediaTypes[kind]).header('content-disposition', `attachment; filename="${name}"`);
  return reply.send(content instanceof Uint8Array ? content : Readable.from(content));
}

function sendJson(reply: FastifyReply, body: unknown): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
}

function textAt(params: unknown, name: string): string | undefined {
  if (typeof params !== 'object' || params === null) return undefined;
  const found: unknown = Object.getOwnPropertyDescriptor(params, name)?.value;
  return typeof found === 'string' ? found : undefined;
}
