import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SecureContextOptions, connect } from 'node:tls';
import { type Certificates, createKeys } from '@kanribo/keys';
import type { ServerSettings } from '../http/settings.ts';
import { type RunningServer, startServer } from '../start.ts';
import { type TestParts, openTestParts, password } from './running.ts';

/** The name the server is reached by. */
const host = 'kanribo.test';

/** What a client shows of itself; nothing where it has no certificate. */
export type Device = Pick<SecureContextOptions, 'pfx' | 'passphrase' | 'cert' | 'key'>;

/** A server under TLS with an authority of its own, which devices have certificates of. */
export interface DeviceOffice {
  readonly opened: TestParts;
  readonly server: RunningServer;
  readonly certificates: Certificates;
  /** The server's own certificate and key, PEM. */
  readonly tls: { readonly certificate: string; readonly key: string; readonly authority: string };
  close(): Promise<void>;
}

/** An authority that was made so many days ago, with a certificate of the server from today. */
export async function certificatesSince(daysAgo: number): Promise<{
  readonly certificates: Certificates;
  readonly close: () => Promise<void>;
}> {
  const directory = await mkdtemp(join(tmpdir(), 'kanribo-devices-'));
  const protection = { kind: 'file' } as const;
  const keys = await createKeys({ directory: join(directory, 'keys'), protection });
  if (!keys.ok) throw new Error(keys.error.code);
  const { certificates } = keys.value;
  const now = new Date(Date.now() - daysAgo * 86_400_000);
  await certificates.create({ hosts: [host], now, replace: false });
  await certificates.renewServer(new Date());
  return { certificates, close: () => rm(directory, { recursive: true }) };
}

/** A device with a certificate that was issued so many days ago. */
export async function deviceOf(certificates: Certificates, title: string, daysAgo = 0) {
  const issued = await certificates.issueClient(title, new Date(Date.now() - daysAgo * 86_400_000));
  if (!issued.ok) throw new Error(issued.error.code);
  const { file, password: passphrase, issued: about } = issued.value;
  const certificate = about.fingerprint.replaceAll(':', '').toLowerCase();
  return { device: { pfx: Buffer.from(file), passphrase }, certificate };
}

/** Starts the server of the sample contract with an authority of four years ago. */
export async function openDeviceOffice(given: Partial<ServerSettings> = {}): Promise<DeviceOffice> {
  const { certificates, close } = await certificatesSince(4 * 365);
  const own = await certificates.server();
  if (own === undefined) throw new Error('no certificate of the server');
  const { certificate, key, authority } = own;
  const tls = { certificate, key, authority };
  const opened = await openTestParts({ accounts: 'stored' });
  const server = await startServer(opened.parts, { host: '127.0.0.1', port: 0, tls, ...given });
  if (!server.ok) throw new Error(server.error.sentence);
  return {
    opened,
    server: server.value,
    certificates,
    tls,
    close: async () => {
      await server.value.close();
      await opened.close();
      await close();
    },
  };
}

/** An answer as a test looks at it. */
interface Seen {
  readonly status: number;
  readonly body: unknown;
  /** Whether the connection took up an earlier one. */
  readonly isResumed: boolean;
}

/** A browser on some device: one connection a request, and a cookie. */
export class DeviceBrowser {
  readonly #office: DeviceOffice;
  #device: Device;
  #cookie: string | undefined;
  #session: Buffer | undefined;

  constructor(office: DeviceOffice, device: Device = {}) {
    this.#office = office;
    this.#device = device;
  }

  /** Signs in from a device with both factors. */
  static async signedIn(
    office: DeviceOffice,
    signInId: string,
    device: Device = {},
  ): Promise<DeviceBrowser> {
    const browser = new DeviceBrowser(office, device);
    await browser.send('POST', '/session', { signInId, password });
    const code = office.opened.code(signInId);
    const { status, body } = await browser.send('POST', '/session/totp', { code });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return browser;
  }

  /** Goes on with the same cookie under what another device shows, taking up no connection. */
  moveTo(device: Device): void {
    this.#device = device;
    this.#session = undefined;
  }

  get(path: string): Promise<Seen> {
    return this.send('GET', path);
  }

  send(method: string, path: string, body?: unknown): Promise<Seen> {
    const { server, tls } = this.#office;
    const port = Number(new URL(server.origin).port);
    const name = `${host}:${port}`;
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      host: name,
      ...(method !== 'GET' && { origin: `https://${name}`, 'x-kanribo': '1' }),
      ...(text !== undefined && { 'content-type': 'application/json' }),
      ...(this.#cookie !== undefined && { cookie: this.#cookie }),
    };
    const where = { host: '127.0.0.1', port, servername: host, ca: tls.authority };
    const session = this.#session === undefined ? {} : { session: this.#session };
    const socket = connect({ ...where, ...this.#device, ...session });
    socket.on('session', (taken) => (this.#session = taken));
    return new Promise((resolve, reject) => {
      const options = { method, path: `/api/v1${path}`, headers, createConnection: () => socket };
      const asked = request(options, (answer) => {
        const [set] = answer.headers['set-cookie'] ?? [];
        this.#cookie = set === undefined ? this.#cookie : set.split(';', 1)[0];
        let said = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (said += chunk));
        answer.on('end', () => {
          const seen: unknown = said === '' ? undefined : JSON.parse(said);
          const isResumed = socket.isSessionReused();
          socket.destroy();
          resolve({ status: answer.statusCode ?? 0, body: seen, isResumed });
        });
      });
      asked.on('error', reject);
      asked.end(text);
    });
  }
}
