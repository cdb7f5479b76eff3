import type {
  AccountSecret,
  AccountStore,
  StoredCounter,
  StoredSession,
} from '../accounts/ports.ts';

/** Secrets, counters and sessions in memory; being durable and sealed it cannot promise. */
export class MemoryAccountStore implements AccountStore {
  readonly #secrets = new Map<string, AccountSecret>();
  readonly #sessions = new Map<string, StoredSession>();
  readonly #counters = new Map<string, StoredCounter>();

  async keepSecret(secret: AccountSecret): Promise<void> {
    this.#secrets.set(secret.id, secret);
  }

  async secrets(ids: readonly string[]): Promise<readonly AccountSecret[]> {
    return ids.flatMap((id) => this.#secrets.get(id) ?? []);
  }

  async spend(id: string, counter: number): Promise<boolean> {
    const secret = this.#secrets.get(id);
    if (secret === undefined || secret.counter >= counter) return false;
    this.#secrets.set(id, { ...secret, counter });
    return true;
  }

  async takeSecret(id: string): Promise<AccountSecret | undefined> {
    const secret = this.#secrets.get(id);
    this.#secrets.delete(id);
    return secret;
  }

  async dropSecrets(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#secrets.delete(id);
  }

  async secretIds(): Promise<readonly { readonly id: string; readonly madeMs: number }[]> {
    return [...this.#secrets.values()].map(({ id, madeMs }) => ({ id, madeMs }));
  }

  async keepSession(session: StoredSession): Promise<void> {
    this.#sessions.set(session.id, session);
  }

  async storedSession(id: string): Promise<StoredSession | undefined> {
    return this.#sessions.get(id);
  }

  async sessionsOf(account: string): Promise<readonly StoredSession[]> {
    return [...this.#sessions.values()].filter((session) => session.account === account);
  }

  async touchSession(
    id: string,
    { seenMs, provedMs }: { readonly seenMs: number; readonly provedMs: number },
  ): Promise<void> {
    const session = this.#sessions.get(id);
    if (session === undefined) return;
    this.#sessions.set(id, {
      ...session,
      seenMs: Math.max(seenMs, session.seenMs),
      provedMs: Math.max(provedMs, session.provedMs),
    });
  }

  async dropSessions(ids: readonly string[]): Promise<number> {
    return ids.filter((id) => this.#sessions.delete(id)).length;
  }

  async dropSessionsBefore(startedMs: number): Promise<void> {
    for (const session of this.#sessions.values()) {
      if (session.startedMs < startedMs) this.#sessions.delete(session.id);
    }
  }

  async counter(name: string): Promise<StoredCounter | undefined> {
    return this.#counters.get(name);
  }

  async moveCounter(to: StoredCounter, expected: number): Promise<boolean> {
    if ((this.#counters.get(to.name)?.count ?? 0) !== expected) return false;
    this.#counters.set(to.name, to);
    return true;
  }

  async addToCounter({ name, count, changedMs }: StoredCounter): Promise<void> {
    const former = this.#counters.get(name);
    const sum = Math.max(0, (former?.count ?? 0) + count);
    const latest = Math.max(former?.changedMs ?? 0, changedMs);
    this.#counters.set(name, { name, count: sum, changedMs: latest });
  }

  async counters(prefix: string): Promise<readonly StoredCounter[]> {
    return [...this.#counters.values()].filter(({ name }) => name.startsWith(prefix));
  }

  async dropCounters(names: readonly string[]): Promise<void> {
    for (const name of names) this.#counters.delete(name);
  }
}
