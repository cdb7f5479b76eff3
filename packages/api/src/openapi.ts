import { catalogue } from '@kanribo/domain';
import { z } from 'zod';
import { errorAnswer } from './answers.ts';
import { errorDescriptions } from './errors.ts';
import { stepSchema } from './field-schema.ts';
import type { AnswerKind, Route } from './route.ts';
import { apiRoot, routes } from './routes.ts';

type Json = ReturnType<typeof z.toJSONSchema> | Readonly<Record<string, unknown>>;

/** Media type of each kind of answer. */
export const mediaTypes = {
  json: 'application/json',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  file: 'application/octet-stream',
  nothing: '',
} as const satisfies Record<AnswerKind, string>;

/** The description of the API (OpenAPI 3.1), made of the routes and the declarations. */
export function openApi(release: string): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(routes)) {
    const path = route.path.replaceAll(/:([a-z]+)/gu, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kanribo 管理簿', version: release },
    servers: [{ url: apiRoot }],
    paths,
    components: { schemas: { Error: schemaOf(errorAnswer, 'output'), ...stepSchemas() } },
    'x-error-codes': errorDescriptions,
  };
}

function operationOf(name: string, route: Route) {
  const { summary, audience, body } = route;
  return {
    operationId: name,
    summary,
    'x-audience': audience,
    parameters: [...parametersOf('path', route.params), ...parametersOf('query', route.query)],
    ...(body !== undefined && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(body, 'input') } },
      },
    }),
    responses: {
      [route.answerKind === 'nothing' ? '204' : '200']: answerOf(route),
      default: {
        description: 'エラー',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}

function answerOf({ answer, answerKind, summary }: Route) {
  if (answerKind === 'nothing') return { description: summary };
  const schema =
    answer === undefined ? { type: 'string', format: 'binary' } : schemaOf(answer, 'output');
  return { description: summary, content: { [mediaTypes[answerKind]]: { schema } } };
}

function parametersOf(place: 'path' | 'query', object: z.ZodObject | undefined) {
  const { properties = {}, required = [] } =
    object === undefined ? {} : z.toJSONSchema(object, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}

/** What `execute` takes as `values`, for each declared step. */
function stepSchemas(): Readonly<Record<string, Json>> {
  const schemas: Record<string, Json> = {};
  for (const declaration of catalogue.values()) {
    for (const [step, { title }] of Object.entries(declaration.steps)) {
      const schema = stepSchema(declaration, step);
      if (schema === undefined) continue;
      const named = schema.describe(`${declaration.title}：${title}`);
      schemas[`${declaration.name}.${step}`] = schemaOf(named, 'input');
    }
  }
  return schemas;
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' });
