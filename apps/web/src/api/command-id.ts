import { toHex } from '@kanribo/kernel';

/** A fresh command id, 128 bits in hex: sent again it gives the first receipt, not a second entry. */
export function freshCommandId(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}
