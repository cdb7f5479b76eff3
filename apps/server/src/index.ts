export { linkPath } from '@kanribo/api';
export type { Parts } from './parts.ts';
export { type PublicAddress, publicAddress } from './http/address.ts';
export { faultLine } from './http/fault-line.ts';
export { type StartRefusal, checkedSettings } from './http/checked-settings.ts';
export {
  type ServerSettings,
  type Tls,
  deviceAuthorityOf,
  isLoopback,
  namesOf,
} from './http/settings.ts';
export { type RunningServer, startServer } from './start.ts';
export { accountRights } from './sign-in/account-rights.ts';
