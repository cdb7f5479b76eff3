import type { BackupRefusal } from '@kanribo/application';
import type { CommandId, Result } from '@kanribo/kernel';
import { err, ok } from '@kanribo/kernel';
import type { Parts } from '../parts.ts';

/** Who makes a backup, and what seals it. */
export interface BackupAsked {
  readonly id: CommandId;
  readonly actor: string;
  readonly passphrase: string;
}

/**
 * A backup as it is made, sealed: it comes to its end only once the instance log says that it was
 * made, so who has got the end of it has a whole one. Who stops taking it, or never begins, ends it,
 * and then the instance log says that it was begun and broken off.
 */
export async function backupStream(
  { instance, keys }: Pick<Parts, 'instance' | 'keys'>,
  { id, actor, passphrase }: BackupAsked,
): Promise<Result<AsyncIterable<Uint8Array>, BackupRefusal>> {
  const begun = Promise.withResolvers<AsyncIterable<Uint8Array>>();
  const taken = Promise.withResolvers<undefined>();
  const write = (bytes: AsyncIterable<Uint8Array>) => {
    begun.resolve(bytes);
    return taken.promise;
  };
  const made = instance.backup({ id, actor }, { passphrase, secrets: keys, write });
  made.catch(() => undefined);
  const first = await Promise.race([begun.promise, made]);
  if ('ok' in first) return first.ok ? ok(none()) : err(first.error);
  return ok(handedOver(first, { taken, made }));
}

async function* none(): AsyncGenerator<Uint8Array> {
  // Nothing was written: there is nothing to take.
}

interface Making {
  readonly taken: PromiseWithResolvers<undefined>;
  readonly made: Promise<unknown>;
}

/** No generator: one that nobody began does not tell that it ended. */
function handedOver(
  bytes: AsyncIterable<Uint8Array>,
  { taken, made }: Making,
): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]: () => {
      const inner = bytes[Symbol.asyncIterator]();
      return {
        next: async () => {
          const step = await inner.next().catch((fault: unknown) => failed(taken, fault));
          if (step.done === true) {
            taken.resolve(undefined);
            await made;
          }
          return step;
        },
        return: async () => {
          taken.reject(new Error('the reader went away'));
          await inner.return?.();
          await made.catch(() => undefined);
          return { done: true, value: undefined };
        },
      };
    },
  };
}

function failed({ reject }: Making['taken'], fault: unknown): never {
  reject(fault);
  throw fault;
}
