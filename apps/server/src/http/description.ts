import { apiRoot, errorDescriptions, routes } from '@kanribo/api';
import type { Route } from '@kanribo/api';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

const style = `body{font-family:sans-serif;line-height:1.6;max-width:70rem;margin:2rem auto;padding:0 1rem}
code,pre{font-family:monospace;background:#f2f2f2;padding:.1rem .3rem}pre{overflow:auto;padding:1rem}
table{border-collapse:collapse}td,th{border:1px solid #767676;padding:.3rem .6rem;text-align:left}
summary{cursor:pointer;padding:.3rem 0}summary:focus-visible{outline:3px solid #000}`;

/** The description of the API, for machines and for people; without a script, and offline. */
export function addDescription(app: FastifyInstance, description: unknown): void {
  const json = JSON.stringify(description);
  const page = pageOf();
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(json),
  );
  app.get('/api/docs', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(page),
  );
  app.get('/api/docs.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(style),
  );
}

function pageOf(): string {
  const sections = Object.entries(routes).map(([name, route]) => sectionOf(name, route));
  const errors = Object.entries(errorDescriptions).map(
    ([code, { status, cause, remedy }]) =>
      `<tr><td><code>${code}</code></td><td>${status}</td><td>${cause}</td><td>${remedy}</td></tr>`,
  );
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>Kanribo API</title>
<link rel="stylesheet" href="/api/docs.css"></head><body><h1>Kanribo API</h1>
<p>機械で読む定義：<a href="/api/openapi.json">openapi.json</a>。
変更を伴う要求には <code>X-Kanribo: 1</code> と <code>Origin</code> が要ります。</p>
${sections.join('\n')}<h2>エラー</h2>
<table><tr><th>コード</th><th>状態</th><th>原因</th><th>対処</th></tr>${errors.join('')}</table></body></html>`;
}

function sectionOf(name: string, route: Route): string {
  const schemas = [
    ['パスの項目', route.params],
    ['検索の項目', route.query],
    ['送る内容', route.body],
    ['返る内容', route.answer],
  ] as const;
  const shown = schemas.flatMap(([title, schema]) =>
    schema === undefined ? [] : [`<h3>${title}</h3><pre>${schemaText(schema)}</pre>`],
  );
  const head = `${route.method} ${apiRoot}${route.path}`;
  return `<details><summary><code>${head}</code> ${escaped(route.summary)}</summary>
<p><code>${name}</code>・<code>${route.audience}</code></p>${shown.join('')}</details>`;
}

const schemaText = (schema: z.ZodType): string =>
  escaped(JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }), undefined, 2));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
