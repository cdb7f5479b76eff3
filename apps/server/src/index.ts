export type { Parts } from './parts.ts';
export type { ServerSettings, StartRefusal, Tls } from './http/settings.ts';
export { type RunningServer, startServer } from './start.ts';
export { accountRights } from './sign-in/account-rights.ts';
