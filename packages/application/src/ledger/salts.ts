import { saltLength } from '@kanribo/evidence';
import type { Random } from '../ports.ts';

const saltsAtOnce = 64;

/**
 * Fresh random salts, each given once. They are drawn many at a time: asking the platform for 16
 * bytes takes as long as asking for a thousand, several times what hashing an entry does.
 */
export class Salts {
  readonly #random: Random;
  #drawn: Uint8Array = new Uint8Array(0);

  constructor(random: Random) {
    this.#random = random;
  }

  /** The next salt, in an array of its own. */
  next(): Uint8Array {
    if (this.#drawn.length === 0) this.#drawn = this.#random.bytes(saltsAtOnce * saltLength);
    const salt = this.#drawn.slice(0, saltLength);
    this.#drawn = this.#drawn.subarray(saltLength);
    return salt;
  }
}
