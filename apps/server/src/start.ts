import type { FastifyInstance } from 'fastify';
import { type Result, ok } from '@kanribo/kernel';
import { type PublicAddress, publicAddress } from './http/address.ts';
import { buildApp } from './http/app.ts';
import { type StartRefusal, checkedSettings } from './http/checked-settings.ts';
import type { ServerSettings } from './http/settings.ts';
import type { Parts } from './parts.ts';

/** A server that listens. */
export interface RunningServer extends PublicAddress {
  /** Answers what is under way and listens no more. */
  close(): Promise<void>;
}

/** Starts the server; refused where others could reach it without TLS. */
export async function startServer(
  parts: Parts,
  settings: ServerSettings,
): Promise<Result<RunningServer, StartRefusal>> {
  const checked = checkedSettings(settings, new Date(parts.clock.now()));
  if (!checked.ok) return checked;
  const app = await buildApp(parts, settings);
  await app.listen({ host: settings.host, port: settings.port });
  const port = portOf(app) ?? settings.port;
  return ok({ ...publicAddress({ ...settings, port }), close: () => app.close() });
}

function portOf(app: FastifyInstance): number | undefined {
  const address = app.server.address();
  return typeof address === 'object' ? address?.port : undefined;
}
