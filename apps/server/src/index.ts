export type { Parts } from './parts.ts';
export type { ServerSettings, StartRefusal, Tls } from './http/settings.ts';
export { type RunningServer, startServer } from './start.ts';
export type * from './sign-in/ports.ts';
export type { AccountRefusal, AccountRefusalCode } from './sign-in/refusals.ts';
