import { setImmediate } from 'node:timers/promises';

/** How many are worked out before others are served. */
const atOnce = 10;

/** The same, one after the other, with a rest after every ten in which others are served. */
export async function* resting<T>(all: Iterable<T>): AsyncGenerator<T> {
  let done = 0;
  for (const one of all) {
    yield one;
    done += 1;
    if (done % atOnce === 0) await setImmediate();
  }
}
