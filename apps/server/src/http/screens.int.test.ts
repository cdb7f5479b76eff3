import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addScreens } from './screens.ts';

let directory: string;
let app: FastifyInstance;

async function appWith(web: string): Promise<FastifyInstance> {
  const made = fastify();
  await addScreens(made, { host: '127.0.0.1', port: 0, web });
  return made;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kanribo-screens-'));
  const web = join(directory, 'dist');
  await mkdir(join(web, 'assets'), { recursive: true });
  await writeFile(join(web, 'index.html'), '<title>the screens</title>');
  await writeFile(join(web, 'assets', 'main-1a2b.js'), 'export {}');
  await writeFile(join(directory, 'secret'), 'a secret');
  app = await appWith(web);
});

afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true });
});

test('SRV-27: every address of a screen gets the screens, to be asked for anew each time', async () => {
  for (const url of ['/', '/contracts/alpha/today', '/set-up']) {
    const { statusCode, body, headers } = await app.inject(url);
    expect([statusCode, body]).toEqual([200, '<title>the screens</title>']);
    expect(headers['cache-control']).toBe('no-cache');
  }
});

test('SRV-27: files under names of their contents are kept, and what is not there is not there', async () => {
  const script = await app.inject('/assets/main-1a2b.js');
  expect(script.headers['content-type']).toContain('javascript');
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await app.inject('/assets/main-0000.js')).statusCode).toBe(404);
  expect((await app.inject('/api/v1/nothing')).json()).toMatchObject({ code: 'not-found' });
  expect((await app.inject({ method: 'POST', url: '/' })).statusCode).toBe(404);
});

test.each(['/../secret', '/assets/../../secret', '/%2e%2e/secret', '/assets/..%2f..%2fsecret'])(
  'SRV-27: nothing beside the screens is served: %s',
  async (url) => {
    expect((await app.inject(url)).body).not.toContain('a secret');
  },
);

test('SRV-27: where the screens are not built it is said what to do', async () => {
  const bare = await appWith(join(directory, 'nowhere'));
  expect((await bare.inject('/')).body).toContain('npm run build');
  await bare.close();
});
