import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:https';
import { randomBytes } from 'node:crypto';
import cookies from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { openApi } from '@kanribo/api';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { handlersOf } from '../handlers/handlers.ts';
import type { Parts } from '../parts.ts';
import { noteAttempt } from '../rights/note-attempt.ts';
import { notedDevices } from '../rights/noted-devices.ts';
import { addDescription } from './description.ts';
import { addErrors } from './errors.ts';
import { addHeaders } from './headers.ts';
import { checkSender } from './origin.ts';
import { readJsonBody } from './json-body.ts';
import { addRoutes } from './routing.ts';
import { addScreens } from './screens.ts';
import {
  type Limits,
  type ServerSettings,
  type Tls,
  deviceAuthorityOf,
  namesOf,
  usualLimits,
} from './settings.ts';
import { type Problem, errorAnswerOf, statusOf } from './problem.ts';

/** A route the application answers. */
export interface LiveRoute {
  readonly method: string | readonly string[];
  readonly url: string;
}

/**
 * The server's application: every route, its guards and its limits; it does not listen yet. `watch`
 * is told each route as it is added.
 */
export async function buildApp(
  parts: Parts,
  settings: ServerSettings,
  watch: (route: LiveRoute) => void = () => undefined,
): Promise<FastifyInstance> {
  const limits: Limits = { ...usualLimits, ...settings.limits };
  const app = fastify({
    bodyLimit: limits.jsonBytes,
    clientErrorHandler: (_fault, socket) => answerNoHttp(socket),
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    frameworkErrors: (_fault, { id }, reply) => {
      reply.hijack();
      reply.raw.writeHead(400, bareHeaders).end(malformedBody(id));
    },
    genReqId: requestId,
    logger: false,
    routerOptions: { maxParamLength: 128 },
    serverFactory: (handler) => serverFor(settings, limits, handler),
  });
  app.addHook('onRoute', watch);
  addErrors(app, parts);
  await addHeaders(app, settings);
  addSenderCheck(app, parts, settings);
  await app.register(cookies);
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: limits.evidenceBytes, files: 1, fields: 0, parts: 1, headerPairs: 20 },
  });
  addJson(app, limits);
  const deviceOf = notedDevices(parts, settings);
  addRoutes(app, handlersOf(parts, settings), { parts, settings, limits, deviceOf });
  addDescription(app, openApi(parts.release));
  await addScreens(app, settings);
  return app;
}

/** What cannot be read as HTTP is answered as any other malformed request, and cut off. */
function answerNoHttp(socket: Socket): void {
  const body = malformedBody(requestId());
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Connection: close',
    ...Object.entries(bareHeaders).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const malformedBody = (id: string): string =>
  JSON.stringify(errorAnswerOf({ code: 'malformed' }, id));

/** Of answers that no hook of ours adds headers to. */
const bareHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Content-Type': 'application/json; charset=utf-8',
} as const;

const requestId = (): string => randomBytes(8).toString('hex');

function addSenderCheck(app: FastifyInstance, parts: Parts, settings: ServerSettings): void {
  const scheme = settings.tls === undefined ? 'http' : 'https';
  const standing = { scheme, names: namesOf(settings) } as const;
  app.addHook('onRequest', async ({ id, ip, method, headers, raw }, reply) => {
    const { url: target = '', rawHeaders } = raw;
    const values = (name: string) => valuesOf(rawHeaders, name);
    const checked = checkSender({ method, target, values }, standing);
    if (checked.ok) {
      const { 'content-encoding': coding = 'identity' } = headers;
      if (coding === 'identity') return undefined;
      const packed: Problem = { code: 'media-unsupported' };
      return reply.code(statusOf(packed)).send(errorAnswerOf(packed, id));
    }
    await noteAttempt(parts, { id, ip });
    return reply.code(statusOf(checked.error)).send(errorAnswerOf(checked.error, id));
  });
}

/** Every value of a header: names and values come by turns. */
const valuesOf = (rawHeaders: readonly string[], name: string): readonly string[] =>
  rawHeaders.filter(
    (_value, place) => place % 2 === 1 && rawHeaders[place - 1]?.toLowerCase() === name,
  );

function addJson(app: FastifyInstance, { jsonDepth: depth, jsonValues: values }: Limits): void {
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => readJsonBody(body, { depth, values }),
  );
}

/** TLS 1.3, and of 1.2 what has forward secrecy and authenticated encryption; the strongest first. */
const spoken = {
  minVersion: 'TLSv1.2',
  honorCipherOrder: true,
  ciphers: [
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'TLS_AES_128_GCM_SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
  ].join(':'),
} as const;

/**
 * The server's certificate; where devices have an authority, theirs is asked for too. What they show
 * is looked at with each request, and whoever shows none is served all the same.
 */
function shownBy(tls: Tls) {
  const own = { cert: tls.certificate, key: tls.key };
  const ca = deviceAuthorityOf(tls);
  if (ca === undefined) return own;
  return { ...own, ca, requestCert: true, rejectUnauthorized: false };
}

type Handler = NonNullable<Parameters<typeof createServer>[1]>;

function serverFor({ tls }: ServerSettings, limits: Limits, handler: Handler) {
  const waiting = {
    // Ours says what to do, under our headers.
    requireHostHeader: false,
    headersTimeout: limits.headMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: 10_000,
    connectionsCheckingInterval: Math.min(1_000, limits.headMs),
  };
  const server =
    tls === undefined
      ? createServer(waiting, handler)
      : createTlsServer({ ...waiting, ...spoken, ...shownBy(tls) }, handler);
  // What else somebody expects changes nothing of the answer.
  server.on('checkExpectation', handler);
  server.setTimeout(limits.silenceMs);
  return server;
}
