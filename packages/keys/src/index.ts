export {
  type CreationRefusal,
  type ExistingKeys,
  type NewKeys,
  type OpeningRefusal,
  createKeys,
  importSecrets,
  openKeys,
} from './open-keys.ts';
export {
  type DeclaredHead,
  type KeyDirectory,
  type Resumption,
  type ResumptionRefusal,
} from './key-directory.ts';
export { type Protection, type UnlockRefusal } from './root-file.ts';
export { type PassphraseRefusal, shortestPassphrase } from './passphrase.ts';
export { type OccupiedRefusal } from './layout.ts';
export type {
  Certificates,
  DeviceCertificate,
  ServerCertificate,
} from './certificates/certificates.ts';
export { type IssuedCertificate, pemOf } from './certificates/issued.ts';
export { type IssuingRefusal, longestTitle } from './certificates/issuing.ts';
export { mostHostNames } from './certificates/host-names.ts';
export { type KeySecrets, type SecretsRefusal } from './secrets.ts';
export { KeysFault, type KeysFaultCode } from './keys-fault.ts';
export type { KeysStep, OnStep } from './steps.ts';
