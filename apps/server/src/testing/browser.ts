import type { FastifyInstance, InjectOptions } from 'fastify';
import { type TestParts, password } from './running.ts';

/** An answer as a test looks at it. */
export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly bytes: Uint8Array;
  /** The body read as JSON. */
  json(): unknown;
}

/** Somebody with a browser: sends what its pages send, and keeps its cookie. */
export class Browser {
  readonly #app: FastifyInstance;
  #cookie: string | undefined;

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  /** Signs in with both factors. */
  static async signedIn(
    app: FastifyInstance,
    opened: TestParts,
    signInId: string,
  ): Promise<Browser> {
    const browser = await Browser.pending(app, signInId);
    const code = opened.code(signInId);
    const second = await browser.send('POST', '/api/v1/session/totp', { code });
    if (second.status !== 200) throw new Error(second.text);
    return browser;
  }

  /** Signs in with the password alone. */
  static async pending(app: FastifyInstance, signInId: string): Promise<Browser> {
    const browser = new Browser(app);
    const first = await browser.send('POST', '/api/v1/session', { signInId, password });
    if (first.status !== 200) throw new Error(first.text);
    return browser;
  }

  /** The cookie it would send, name and token. */
  get cookie(): string | undefined {
    return this.#cookie;
  }

  get(url: string): Promise<Seen> {
    return this.send('GET', url);
  }

  async send(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Seen> {
    const ours = method === 'GET' ? {} : { origin: 'http://localhost', 'x-kanribo': '1' };
    const cookie = this.#cookie === undefined ? {} : { cookie: this.#cookie };
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const options: InjectOptions = {
      method,
      url,
      headers: { host: 'localhost', ...ours, ...cookie, ...json, ...headers },
      ...(body !== undefined && {
        payload: typeof body === 'string' || body instanceof Buffer ? body : JSON.stringify(body),
      }),
    };
    const answer = await this.#app.inject(options);
    this.#keep(answer.headers['set-cookie']);
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      bytes: answer.rawPayload,
      json: () => answer.json(),
    };
  }

  /** Sends a file as a page does, under a name that says nothing of what it is. */
  upload(url: string, bytes: Uint8Array): Promise<Seen> {
    const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="file"\r\n\r\n';
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]);
    return this.send('POST', url, body, { 'content-type': 'multipart/form-data; boundary=b' });
  }

  #keep(header: string | readonly string[] | undefined): void {
    const [set] = typeof header === 'string' ? [header] : (header ?? []);
    const [pair] = (set ?? '').split(';', 1);
    if (pair !== undefined && pair !== '') this.#cookie = pair;
  }
}
