import { Draft, type Table, emptyTable } from '@kanribo/kernel';
import { appendLeaves, emptyTree, leafHash } from '@kanribo/merkle';
import { expect, test } from 'vitest';
import { MemoryStore } from '../testing/memory-store.ts';
import { sha256 } from '../testing/sha256.ts';
import { Teller, accountsKey, accountsOrigin } from '../testing/teller.ts';
import type { EntryRange, LogKey, LogStore } from '../ports.ts';
import { catchUpTo } from './catch-up.ts';
import { emptyStanding } from './fold.ts';
import type { FoldRules } from './rules.ts';

type Seen = Table<number>;

/** Remembers each entry by its sequence, and the drafts that were made. */
function watchedRules() {
  const drafts: Draft[] = [];
  const rules: FoldRules<Seen, never> = {
    empty: () => emptyTable(),
    evolve: (seen, { sequence }) => seen.set(`${sequence}`, sequence),
    draft: (seen) => {
      const draft = new Draft();
      drafts.push(draft);
      return { state: seen.draft(draft), seal: () => draft.seal() };
    },
    cite: () => '',
    recall: () => ({ subject: '', warnings: [] }),
  };
  return { rules, drafts };
}

/** Gives too few entries, and may break off then. */
class ShortStore extends MemoryStore {
  isBroken = false;

  override async *entries(key: LogKey, _range: EntryRange): AsyncGenerator<readonly Uint8Array[]> {
    for await (const batch of super.entries(key, { from: 0, to: 500 })) yield batch;
    if (this.isBroken) throw new RangeError('the database went away');
  }
}

async function filled<Store extends MemoryStore>(store: Store, size: number): Promise<Store> {
  await store.create(accountsKey, accountsOrigin);
  const texts = Array.from(
    { length: size },
    (_, sequence) =>
      `{"actor":"a","command":"${'0'.repeat(32)}","declaration":"x@1","duties":[],"facts":{},` +
      `"format":1,"ordinal":0,"particulars":null,"recordedAt":"2026-11-23T01:00:00.000Z",` +
      `"sequence":${sequence}}`,
  );
  const leaves = texts.map((text) => leafHash(sha256, Buffer.from(text)));
  const { root, tiles } = appendLeaves(sha256, emptyTree, leaves);
  const entries = texts.map((entry) => ({ entry, particulars: null }));
  await store.append(accountsKey, { expectedSize: 0, root, entries, tiles });
  return store;
}

function toolsOf(store: LogStore, rules: FoldRules<Seen, never>) {
  const clock = { now: () => new Teller(store).clock.now() };
  const random = { bytes: (count: number) => new Uint8Array(count) };
  return { store, key: accountsKey, sha256, rules, folds: 'everything', clock, random } as const;
}

test('LED-18: only a long catching up folds in a draft, sealed when it is told', async () => {
  for (const [size, count] of [
    [1_000, 0],
    [1_025, 1],
  ] as const) {
    const store = await filled(new MemoryStore(), size);
    const { rules, drafts } = watchedRules();
    const head = await store.head(accountsKey);
    const before = emptyStanding(accountsOrigin, rules.empty(), sha256);
    if (head === undefined) throw new Error('no head');
    const found = await catchUpTo(head, before, toolsOf(store, rules), () => undefined);
    expect(found.corrupt).toBeUndefined();
    expect([...found.standing.state.values()]).toEqual(Array.from({ length: size }, (_, at) => at));
    expect(drafts).toHaveLength(count);
    const later = found.standing.state.set('later', 0);
    expect([found.standing.state.size, later.size, before.state.size]).toEqual([size, size + 1, 0]);
  }
});

test('LED-18: a draft is sealed where reading breaks off or finds something corrupt', async () => {
  const store = await filled(new ShortStore(), 1_025);
  const head = await store.head(accountsKey);
  if (head === undefined) throw new Error('no head');
  for (const isBroken of [true, false]) {
    const { rules, drafts } = watchedRules();
    store.isBroken = isBroken;
    const before = emptyStanding(accountsOrigin, rules.empty(), sha256);
    const catching = catchUpTo(head, before, toolsOf(store, rules), () => undefined);
    if (isBroken) await expect(catching).rejects.toThrow('went away');
    else expect((await catching).corrupt?.code).toBe('corrupt');
    expect(drafts.map(({ isOpen }) => isOpen)).toEqual([false]);
    expect(before.state.size).toBe(0);
  }
});
