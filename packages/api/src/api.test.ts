import { catalogue } from '@kanribo/domain';
import { lives } from '@kanribo/domain/testing';
import { isJsonObject } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { declarationAnswer, declarationOf } from './declarations.ts';
import { errorDescriptions } from './errors.ts';
import { stepSchema } from './field-schema.ts';
import { linkPath, tokenIn } from './one-time-link.ts';
import { openApi } from './openapi.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';

test('API-1: every declaration travels whole and as its contract says', () => {
  for (const declaration of catalogue.values()) {
    const travelled: unknown = JSON.parse(JSON.stringify(declarationOf(declaration)));
    const parsed = declarationAnswer.parse(travelled);
    expect(parsed.steps.map(({ name }) => name)).toEqual(Object.keys(declaration.steps));
    expect(parsed.fields.map(({ name }) => name)).toEqual(Object.keys(declaration.fields));
  }
});

test('API-2: what a step takes in the contracts’ lives fits the schema derived for it', () => {
  let checked = 0;
  for (const live of Object.values(lives)) {
    for (const { recorded, particulars } of live().stored) {
      const [name = '', step = ''] = recorded.declaration.split('@')[0]?.split('/') ?? [];
      const declaration = catalogue.get(name);
      const schema = declaration && stepSchema(declaration, step);
      const { values } = recorded.facts;
      if (schema === undefined || !isJsonObject(values)) continue;
      const asked = new Set(Object.keys(schema.shape));
      const given = Object.entries({ ...values, ...particulars });
      const parsed = schema.safeParse(Object.fromEntries(given.filter(([key]) => asked.has(key))));
      expect(parsed.success, `${recorded.declaration} ${parsed.error?.message}`).toBe(true);
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(200);
});

test('API-2: a value of another type, or one too many, does not fit', () => {
  const declaration = catalogue.get('take-out');
  const schema = declaration && stepSchema(declaration, 'taken');
  expect(schema?.safeParse({ things: 'thing-1', protection: 'sealed' }).success).toBe(false);
  expect(schema?.safeParse({ protection: 'moon' }).success).toBe(false);
  expect(schema?.safeParse({ protection: 'sealed', size: 1 }).success).toBe(false);
});

test('API-3: no two routes stand in the same place, and each parameter is described', () => {
  const places = Object.values(routes).map(({ method, path }) =>
    `${method} ${path}`.replaceAll(/:[a-z]+/gu, ':'),
  );
  expect(new Set(places).size).toBe(places.length);
  for (const route of Object.values(routes)) {
    const named = Array.from(route.path.matchAll(/:([a-z]+)/gu), ([, name]) => name);
    const described = 'params' in route ? Object.keys(route.params.shape) : [];
    expect(described.sort(), route.path).toEqual(named.sort());
  }
});

test('API-19: a link has its token in the fragment, and no route has one in its address', () => {
  const token = 'a'.repeat(43);
  for (const kind of ['set-up', 'invitation'] as const) {
    const { pathname, search, hash } = new URL(linkPath(kind, token), 'https://kanribo.example');
    expect([pathname, search, tokenIn(hash.slice(1))]).toEqual([`/${kind}`, '', token]);
  }
  expect(['', 'short', `${token}?`].map(tokenIn)).toEqual([undefined, undefined, undefined]);
  for (const route of Object.values<Route>(routes)) {
    const inAddress = [...keysOf(route.params), ...keysOf(route.query)];
    expect(inAddress.filter((part) => /token|code|secret|password/iu.test(part))).toEqual([]);
  }
});

const keysOf = (schema: Route['params']): readonly string[] => Object.keys(schema?.shape ?? {});

test('API-4: the description holds every route, every declared step and every error', () => {
  const text = JSON.stringify(openApi('0.1.0'));
  for (const name of Object.keys(routes)) expect(text).toContain(`"operationId":"${name}"`);
  for (const code of Object.keys(errorDescriptions)) expect(text).toContain(`"${code}"`);
  for (const declaration of catalogue.values()) {
    for (const step of Object.keys(declaration.steps)) {
      expect(text).toContain(`"${declaration.name}.${step}"`);
    }
  }
});
