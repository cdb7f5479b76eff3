import type { CommandId } from '@kanribo/kernel';

/** Four words of 32 bits an id. */
const idWords = 4;
const noSequence = -1;
const smallest = 1_024;
/** So few places are left with by fours, so that ids of a long log are not put in place so often. */
const fewPlaces = 65_536;

/**
 * First sequences of commands by their ids, in flat arrays: 24 bytes a place and nothing for the
 * garbage collector to follow, where a map of texts takes five times that for every command there
 * ever was. A table with open addressing that is never more than half full.
 */
export class KnownCommands {
  #ids = new Int32Array(smallest * idWords);
  #sequences = new Float64Array(smallest).fill(noSequence);
  #size = 0;
  /** The id that was looked at last. */
  readonly #id = new Int32Array(idWords);

  /** Remembers a command; an id that is known already keeps its first sequence. */
  add(id: CommandId, sequence: number): void {
    if (2 * this.#size >= this.#sequences.length) this.#grow();
    const place = this.#placeOf(id);
    if (this.#sequences[place] !== noSequence) return;
    this.#ids.set(this.#id, place * idWords);
    this.#sequences[place] = sequence;
    this.#size += 1;
  }

  /** The first sequence of a command; undefined where it is not known. */
  get(id: CommandId): number | undefined {
    const sequence = this.#sequences[this.#placeOf(id)];
    return sequence === noSequence ? undefined : sequence;
  }

  /** The place that has this id, or the free one where it belongs. */
  #placeOf(id: CommandId): number {
    for (let word = 0; word < idWords; word += 1) this.#id[word] = wordIn(id, word);
    return this.#find(this.#id, 0);
  }

  #find(ids: Int32Array, at: number): number {
    const mask = this.#sequences.length - 1;
    let place = mixed(ids, at) & mask;
    while (this.#sequences[place] !== noSequence && !this.#hasAt(place, ids, at)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  #hasAt(place: number, ids: Int32Array, at: number): boolean {
    for (let word = 0; word < idWords; word += 1) {
      if (this.#ids[place * idWords + word] !== ids[at + word]) return false;
    }
    return true;
  }

  #grow(): void {
    const [ids, sequences] = [this.#ids, this.#sequences];
    const times = sequences.length < fewPlaces ? 4 : 2;
    this.#ids = new Int32Array(times * ids.length);
    this.#sequences = new Float64Array(times * sequences.length).fill(noSequence);
    for (let old = 0; old < sequences.length; old += 1) {
      const sequence = sequences[old];
      if (sequence === undefined || sequence === noSequence) continue;
      const at = old * idWords;
      const place = this.#find(ids, at);
      this.#ids.set(ids.subarray(at, at + idWords), place * idWords);
      this.#sequences[place] = sequence;
    }
  }
}

/** Ids may be counted up by who makes them: every bit of an id counts for its place. */
function mixed(ids: Int32Array, at: number): number {
  let mix = 0;
  for (let word = 0; word < idWords; word += 1) {
    mix = Math.imul(mix ^ (ids[at + word] ?? 0), 0x9e37_79b1);
    mix ^= mix >>> 15;
  }
  return mix;
}

/** A word of an id: eight of its lower-case hex digits. */
function wordIn(id: CommandId, word: number): number {
  let value = 0;
  for (let index = 8 * word; index < 8 * word + 8; index += 1) {
    const code = id.codePointAt(index) ?? 0;
    // '0' to '9' end in 0000 to 1001 with the bit 0x40 unset, 'a' to 'f' in 0001 to 0110 with it set.
    value = (value << 4) | ((code & 15) + (code >> 6) * 9);
  }
  return value;
}
