import { type Contract, caseOf, casesOf, countOf, textOf } from '@kanribo/domain';

/**
 * How many entries the client can hold us to: what the latest paper it has received was proved
 * against. What lies after is the unwitnessed tail.
 */
export function witnessedSize(contract: Contract): number {
  let size = 0;
  for (const { values } of casesOf(contract, 'document')) {
    const paper = caseOf(contract, textOf(values, 'of') ?? '');
    const isReceived = paper?.steps.some(({ step }) => step === 'received') ?? false;
    if (isReceived) size = Math.max(size, countOf(values, 'basisSize') ?? 0);
  }
  return size;
}
