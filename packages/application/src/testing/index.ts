export { MemoryStore } from './memory-store.ts';
export { type Mishap, type Mishaps, NoAnswer, faultyStore } from './faulty-store.ts';
export {
  type Accounts,
  type Payment,
  type PaymentRefusal,
  type PaymentWarning,
  accountRules,
  balanceOf,
  decidePayment,
} from './toy-accounts.ts';
export { HandClock, commandId, seededRandom } from './hand-clock.ts';
export { MemoryKeys } from './memory-keys.ts';
export {
  type ToyOffice,
  type ToyTypes,
  caller,
  newInstance,
  reopened,
  toyOffice,
  toyRules,
} from './toy-office.ts';
export { Teller, accountsKey, accountsOrigin, contractId, entriesOf } from './teller.ts';
export { type CopiedBundle, copyBundle } from './copied-bundle.ts';
export { sha256Stream, verifySignature } from './verifying.ts';
export { sha256 } from './sha256.ts';
export { MemoryAccountStore } from './memory-account-store.ts';
export {
  AccountOffice,
  type SignedUp,
  accountOffice,
  goodPassword,
  valueOf,
  visitor,
} from './account-office.ts';
export { toyCode, toyHasher, toyPasskeyAnswer, toyPasskeys, toyTotp } from './toy-sign-in.ts';
