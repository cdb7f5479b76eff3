export type { Parts } from './parts.ts';
export { type PublicAddress, publicAddress } from './http/address.ts';
export {
  type ServerSettings,
  type StartRefusal,
  type Tls,
  checkedSettings,
} from './http/settings.ts';
export { type RunningServer, startServer } from './start.ts';
export { accountRights } from './sign-in/account-rights.ts';
