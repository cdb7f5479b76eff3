import { type ContractId, type Result, parseContractId } from '@kanribo/kernel';

/** The value of a result that is one. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.error)}`);
}

/** A contract id that is known to be one. */
export const contractIdOf = (text: string): ContractId => valueOf(parseContractId(text));
