import { type Result, err, ok } from './result.ts';

declare const brand: unique symbol;
/** A string that was checked to be of one kind and is not to be mixed up with another. */
export type Branded<Kind extends string> = string & { readonly [brand]: Kind };

/** A contract of this instance, e.g. `nerima-2026`; the key of every contract table. */
export type ContractId = Branded<'ContractId'>;
/** The caller's 128-bit id of one command, 32 lower-case hex digits. */
export type CommandId = Branded<'CommandId'>;

const contractIdShape = /^[a-z0-9][a-z0-9-]{0,62}$/;
const commandIdShape = /^[0-9a-f]{32}$/;

const isContractId = (text: string): text is ContractId => contractIdShape.test(text);
const isCommandId = (text: string): text is CommandId => commandIdShape.test(text);

/** Small letters, digits and hyphens, at most 63, beginning with a letter or digit. */
export function parseContractId(text: string): Result<ContractId, 'contract-id-malformed'> {
  return isContractId(text) ? ok(text) : err('contract-id-malformed');
}

/** 32 lower-case hex digits. */
export function parseCommandId(text: string): Result<CommandId, 'command-id-malformed'> {
  return isCommandId(text) ? ok(text) : err('command-id-malformed');
}
