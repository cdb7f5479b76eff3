import { routes } from '@kanribo/api';
import { type InstanceState, instanceId } from '@kanribo/application';
import { err, ok } from '@kanribo/kernel';
import { backupStream } from '../contracts/backup-stream.ts';
import { handle } from '../http/handle.ts';
import type { Parts } from '../parts.ts';
import { provedOnly } from '../rights/proved-only.ts';

/** Backups and the room they and the data need; never contents of a contract. */
export function upkeepHandlers(parts: Parts) {
  const one = new OneBackup();
  return {
    upkeep: upkeep(parts, one),
    ...provedOnly(parts, { makeBackup: makeBackup(parts, one) }),
  };
}

function upkeep(parts: Parts, one: OneBackup) {
  const { instance, accounts, clock, machine } = parts;
  return handle(routes.upkeep, async ({ held }) => {
    const { state } = await instance.ledger.current();
    const listed = await accounts.list(held.session);
    const nameOf = (actor: string) => listed.find(({ id }) => id === actor)?.displayName ?? actor;
    const body = {
      now: clock.now(),
      keysDirectory: machine.keysDirectory,
      lastBackup: shownBackup(state, nameOf),
      ...shownBroken(state, { nameOf, underWay: one.underWay }),
      isBackingUp: one.underWay !== undefined,
      disks: await parts.disks(),
      signed: await signedOf(parts),
    };
    return ok({ body });
  });
}

function shownBackup({ lastBackup }: InstanceState, nameOf: (actor: string) => string) {
  if (lastBackup === null) return null;
  const { actor, ...backup } = lastBackup;
  return { ...backup, by: nameOf(actor) };
}

const mostShown = 10;

/** Those begun and not made, the newest first; the one under way here is none of them. */
function shownBroken(
  { unfinishedBackups }: InstanceState,
  by: { readonly nameOf: (actor: string) => string; readonly underWay: string | undefined },
) {
  const broken = unfinishedBackups.filter(({ id }) => id !== by.underWay).toReversed();
  const brokenBackups = broken
    .slice(0, mostShown)
    .map(({ actor, begunAt, brokenOffAt }) => ({ begunAt, by: by.nameOf(actor), brokenOffAt }));
  return { brokenBackups, brokenCount: broken.length };
}

async function signedOf({ store, keys }: Parts) {
  const logs = await store.snapshot((reader) => reader.logs());
  const registers = logs.filter(
    ({ contractId, log }) => log === 'register' && contractId !== instanceId,
  );
  return Promise.all(
    registers.map(async ({ contractId: contract, origin, size }) => {
      const guard = await keys.guard(origin);
      const signedSize = guard === undefined || guard === 'unknown' ? 0 : guard.size;
      return { contract, size, signedSize };
    }),
  );
}

function makeBackup(parts: Parts, one: OneBackup) {
  return handle(routes.makeBackup, async ({ held, body }) => {
    const id = parts.freshId();
    if (!one.begin(id)) return err({ code: 'try-later', message: underWay, retryAfter: 60 });
    const asked = { id, actor: held.session.account, ...body };
    const made = await backupStream(parts, asked).catch((fault: unknown) => {
      one.end();
      throw fault;
    });
    if (!made.ok) {
      one.end();
      return err({ code: 'malformed', field: 'passphrase' });
    }
    const day = parts.clock.now().slice(0, 10);
    return ok({ body: { content: one.until(made.value), name: `kanribo-${day}.age` } });
  });
}

const underWay = '別のバックアップを取っている途中です。終わってから、もう一度お試しください。';

/** A backup reads everything from one snapshot: at most one is under way. */
class OneBackup {
  /** Its id. */
  underWay: string | undefined;

  /** Whether it may begin; it is under way from then on. */
  begin(id: string): boolean {
    if (this.underWay !== undefined) return false;
    this.underWay = id;
    return true;
  }

  end(): void {
    this.underWay = undefined;
  }

  /** The chunks, until whose end, however it comes, the backup is under way. */
  until(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    return {
      [Symbol.asyncIterator]: () => {
        const inner = chunks[Symbol.asyncIterator]();
        return {
          next: async () => {
            const step = await inner.next().catch((fault: unknown) => {
              this.end();
              throw fault;
            });
            if (step.done === true) this.end();
            return step;
          },
          return: async () => {
            await inner.return?.();
            this.end();
            return { done: true, value: undefined };
          },
        };
      },
    };
  }
}
