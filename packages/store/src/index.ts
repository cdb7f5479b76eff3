export { openAccountStore } from './accounts/account-store.ts';
export { type Database, type DatabaseLocation, openDatabase } from './database.ts';
export { type EvidenceKey } from './evidence/reader.ts';
export { largestEvidenceBytes } from './evidence/keep.ts';
export { StoreFault, type StoreFaultCode } from './fault.ts';
export { openStore } from './store.ts';
