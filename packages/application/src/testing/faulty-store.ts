import type { EvidenceStore, LogStore } from '../ports.ts';

/**
 * What becomes of one call: it works; it is lost before it happens; it happens and its answer is
 * lost; it is lost now and happens later by itself (an append only); it works after a while; it
 * is told that somebody else was first (an append only).
 */
export type Mishap = 'none' | 'lost' | 'answer-lost' | 'late' | 'slow' | 'conflict';

/** Says for each call in turn what becomes of it. */
export type Mishaps = (call: 'head' | 'entries' | 'append') => Mishap;

/** The port's fault when the database does not answer. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code = 'unavailable';
}

/** A store on a bad connection. */
export interface FaultyStore extends LogStore, EvidenceStore {
  /** Resolves when nothing is on its way any more. */
  drained(): Promise<void>;
}

/** A connection to a store on which calls get lost, as the mishaps say. */
export function faultyStore(store: LogStore & EvidenceStore, mishaps: Mishaps): FaultyStore {
  const underWay: Promise<unknown>[] = [];
  return {
    drained: async () => {
      await Promise.all(underWay);
    },
    logs: () => store.logs(),
    head: (key) => befall(mishaps('head'), () => store.head(key)),
    async *entries(key, range) {
      await befall(mishaps('entries'), async () => undefined);
      yield* store.entries(key, range);
    },
    append: (key, group) =>
      appendWith(mishaps('append'), {
        now: () => store.append(key, group),
        later: (append) => underWay.push(append),
      }),
    particulars: (key, range) => store.particulars(key, range),
    tile: (key, place) => store.tile(key, place),
    tiles: (key) => store.tiles(key),
    create: (key, origin) => store.create(key, origin),
    eraseParticulars: (key, what) => store.eraseParticulars(key, what),
    snapshot: (use) => store.snapshot(use),
    evidence: (contractId, digest) => store.evidence(contractId, digest),
    evidenceDigests: (contractId) => store.evidenceDigests(contractId),
    keep: (contractId, bytes) => store.keep(contractId, bytes),
  };
}

async function befall<T>(mishap: Mishap, call: () => Promise<T>): Promise<T> {
  if (mishap === 'lost' || mishap === 'late') throw new NoAnswer('lost');
  if (mishap === 'slow') await soon();
  const answer = await call();
  if (mishap === 'answer-lost') throw new NoAnswer('answer lost');
  return answer;
}

interface Appending {
  now(): Promise<'appended' | 'conflict'>;
  later(append: Promise<unknown>): void;
}

async function appendWith(mishap: Mishap, append: Appending): Promise<'appended' | 'conflict'> {
  if (mishap === 'conflict') return 'conflict';
  if (mishap === 'late') append.later(soon().then(() => append.now()));
  return befall(mishap, () => append.now());
}

function soon(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 3);
  });
}
