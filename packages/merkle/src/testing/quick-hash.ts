import { hashLength, type Sha256 } from '../hash.ts';

/**
 * Stands in for SHA-256 where only the order of hashing is compared, over tens of thousands of
 * proofs: each byte is mixed, unevenly, from a byte of either half of the input. Several times as
 * fast, and not for anything that is to withstand an attack.
 */
export const quickHash: Sha256 = (bytes) => {
  const mixed = new Uint8Array(hashLength);
  for (let place = 0; place < hashLength; place += 1) {
    const left = bytes[place + 1] ?? 0;
    const right = bytes[place + 1 + hashLength] ?? place;
    mixed[place] = left * 31 + right * 17 + (left ^ (right << 1)) * (right | 1) + bytes.length;
  }
  return mixed;
};
