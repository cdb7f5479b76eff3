import { existsSync } from 'node:fs';
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { errorAnswerOf } from './problem.ts';
import type { ServerSettings } from './settings.ts';

const notBuilt =
  '<!doctype html><html lang="ja"><meta charset="utf-8"><title>Kanribo 管理簿</title><p>画面がまだ作られていません。npm run build を実行してから、もう一度開いてください。</p></html>';

/** Serves the built screens; every address that is no file is one of theirs. */
export async function addScreens(app: FastifyInstance, { web }: ServerSettings): Promise<void> {
  const root = web !== undefined && existsSync(join(web, 'index.html')) ? web : undefined;
  if (root !== undefined) {
    await app.register(files, {
      root,
      wildcard: false,
      index: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const isHashed = path.includes('/assets/');
        reply.header(
          'cache-control',
          isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  }
  app.setNotFoundHandler(async ({ id, method, url }, reply) => {
    const isPage = method === 'GET' && !url.startsWith('/api') && !url.startsWith('/assets/');
    if (!isPage) return reply.code(404).send(errorAnswerOf({ code: 'not-found' }, id));
    if (root === undefined) return reply.type('text/html; charset=utf-8').send(notBuilt);
    return reply.sendFile('index.html');
  });
}
