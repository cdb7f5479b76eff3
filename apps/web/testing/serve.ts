import { readFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fakeApi } from './fake-api.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The strictest policy the screens have to work under: nothing inline, nothing from elsewhere. */
const policy =
  "default-src 'self'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; frame-src blob:; img-src 'self' data: blob:; object-src 'none'; script-src 'self'; style-src 'self'";

/** Built screens over the stand-in, on loopback; each server has people of its own. */
export interface ServedScreens {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the screens built into `folder`. */
export async function serveScreens(folder: string, port = 0): Promise<ServedScreens> {
  const fake = fakeApi();
  const server: Server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy);
    fake
      .handle(request, response)
      .then(async (isAnswered) => {
        if (isAnswered) return;
        const { path, bytes } = await fileAt(folder, request.url ?? '/');
        response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
        response.end(bytes);
      })
      .catch((fault: unknown) => {
        response.statusCode = 500;
        response.end(String(fault));
      });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://localhost:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A built file; every other address is one of the screens'. */
async function fileAt(folder: string, url: string) {
  const { pathname } = new URL(url, 'http://localhost');
  const path = join(folder, normalize(pathname));
  try {
    if (pathname !== '/') return { path, bytes: await readFile(path) };
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault)) throw fault;
  }
  const index = join(folder, 'index.html');
  return { path: index, bytes: await readFile(index) };
}
