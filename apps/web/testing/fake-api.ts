import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Route, apiRoot, routes } from '@kanribo/api';
import { FakeContracts } from './fake-contracts.ts';
import { fakeNow } from './fake-clock.ts';
import { contractAnswers } from './contract-answers.ts';
import { FakePeople } from './fake-people.ts';
import { type Answer, type FakeCall, failed } from './fake-call.ts';
import { peopleAnswers } from './people-answers.ts';

/** A stand-in for the server: real declarations and rules, nothing kept longer than the process. */
export interface FakeApi {
  /** Answers what is meant for the API; false where the request is somebody else's. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

/** Makes a stand-in with people and contracts of its own; see `FakePeople` for how to sign in. */
export function fakeApi(): FakeApi {
  const contracts = new FakeContracts();
  const people = new FakePeople();
  const answers = new Map([
    ...contractAnswers(contracts, people),
    ...peopleAnswers(people, contracts),
  ]);
  return {
    async handle(request, response) {
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (!url.pathname.startsWith(`${apiRoot}/`)) return false;
      const method = request.method ?? 'GET';
      const found = routeAt(method, url.pathname.slice(apiRoot.length));
      if (found === undefined) return reply(response, failed('not-found'));
      const body = await bodyOf(request);
      const call: FakeCall = {
        params: found.params,
        query: Object.fromEntries(url.searchParams),
        body: body.json,
        bytes: body.bytes,
        header: (name) => String(request.headers[name] ?? ''),
      };
      const answer = answers.get(found.name);
      if (answer === undefined) return reply(response, failed('not-found'));
      const refused = people.admit(found.route);
      return reply(response, refused ?? checked(found.route, await answer(call)));
    },
  };
}

/** Holds an answer to the contract of its route, so that screens are not built on inventions. */
function checked(route: Route, answer: Answer): Answer {
  if (answer.status >= 400 || route.answer === undefined) return answer;
  return { ...answer, json: route.answer.parse(answer.json) };
}

function routeAt(method: string, path: string) {
  for (const [name, route] of Object.entries<Route>(routes)) {
    if (route.method !== method) continue;
    const shape = route.path.replaceAll(/:([a-z]+)/gu, '(?<$1>[^/]+)');
    const params = new RegExp(`^${shape}$`, 'u').exec(path);
    if (params !== null) return { name, route, params: decoded(params.groups ?? {}) };
  }
  return undefined;
}

const decoded = (groups: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
  );

async function bodyOf(request: IncomingMessage): Promise<{ json: unknown; bytes: Uint8Array }> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const isJson = (request.headers['content-type'] ?? '').startsWith('application/json');
  const json: unknown = isJson && bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined;
  return { json, bytes };
}

function reply(response: ServerResponse, { status, json, headers = {}, bytes }: Answer): true {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('date', new Date(fakeNow()).toUTCString());
  response.setHeader('cache-control', 'no-store');
  if (bytes !== undefined) {
    response.end(bytes);
    return true;
  }
  response.setHeader('content-type', 'application/json');
  response.end(json === undefined ? '' : JSON.stringify(json));
  return true;
}
