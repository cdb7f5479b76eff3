import type { AddressInfo } from 'node:net';
import { type Result, ok } from '@kanribo/kernel';
import { buildApp } from './http/app.ts';
import { type ServerSettings, type StartRefusal, checkedSettings } from './http/settings.ts';
import type { Parts } from './parts.ts';

/** A server that listens. */
export interface RunningServer {
  /** Where people open it. */
  readonly url: string;
  /** Answers what is under way and listens no more. */
  close(): Promise<void>;
}

/** Starts the server; refused where others could reach it without TLS. */
export async function startServer(
  parts: Parts,
  settings: ServerSettings,
): Promise<Result<RunningServer, StartRefusal>> {
  const checked = checkedSettings(settings);
  if (!checked.ok) return checked;
  const app = await buildApp(parts, settings);
  const { host, port, tls } = settings;
  await app.listen({ host, port });
  const address = app.server.address();
  const scheme = tls === undefined ? 'http' : 'https';
  const url = `${scheme}://${hostIn(host)}:${portOf(address) ?? port}`;
  return ok({ url, close: () => app.close() });
}

const hostIn = (host: string): string => (host.includes(':') ? `[${host}]` : host);

const portOf = (address: AddressInfo | string | null): number | undefined =>
  typeof address === 'object' ? address?.port : undefined;
