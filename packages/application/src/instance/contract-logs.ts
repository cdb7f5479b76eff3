import type { Entry } from '@kanribo/evidence';
import { logDeclarations, parseAnchored, parseErased } from '@kanribo/evidence';
import type { ContractId } from '@kanribo/kernel';
import { AccessLog } from '../access/access-log.ts';
import { type GuardedLog, guardRefusal } from '../checkpoints/guarding.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { LogKey, SigningRefusal } from '../ports.ts';
import type { DomainTypes } from './domain.ts';
import { OneAtATime } from './one-at-a-time.ts';
import type { InstanceTools } from './tools.ts';

/** The two logs of one contract, held open, and what was found about them. */
export class ContractLogs<D extends DomainTypes> {
  readonly id: ContractId;
  readonly registerKey: LogKey;
  readonly register: Ledger<D['contract'], D['warning']>;
  readonly access: AccessLog;
  /** Which entry declares the particulars of another erased: erased sequence → erasure. */
  readonly erasures = new Map<number, number>();
  /** By origin, the largest size that anchors of other processes, and of former starts, state. */
  readonly anchored = new Map<string, number>();
  /** Erasures follow one another. */
  readonly erasing = new OneAtATime();
  readonly #tools: InstanceTools<D>;
  readonly #accessKey: LogKey;
  #readOnly: SigningRefusal | undefined;

  constructor(id: ContractId, tools: InstanceTools<D>) {
    this.id = id;
    this.#tools = tools;
    this.registerKey = { contractId: id, log: 'register' };
    this.#accessKey = { contractId: id, log: 'access' };
    const { rules } = tools;
    this.register = new Ledger({
      ...tools,
      key: this.registerKey,
      rules,
      folds: 'everything',
      seen: (entry) => {
        this.#noteErasure(entry);
        this.#noteAnchors(entry);
      },
    });
    this.access = new AccessLog({ ...tools, key: this.#accessKey });
  }

  /** Both logs, the register last: it pins the other. */
  guardedLogs(): readonly [GuardedLog, GuardedLog] {
    return [
      { key: this.#accessKey, current: () => this.access.ledger.sound() },
      { key: this.registerKey, current: () => this.register.sound() },
    ];
  }

  /** Why nothing is recorded, by what was found last. */
  get readOnly(): SigningRefusal | undefined {
    return this.#readOnly;
  }

  /** Says that a head was not signed. */
  refuse(refusal: SigningRefusal): void {
    this.#readOnly = refusal;
  }

  /** Compares both logs with the guard, and answers why nothing may be recorded. */
  async compareWithGuard(): Promise<SigningRefusal | undefined> {
    let found: SigningRefusal | undefined;
    for (const log of this.guardedLogs()) found ??= await guardRefusal(this.#tools, log);
    this.#readOnly = found;
    return found;
  }

  #noteErasure(entry: Entry): void {
    if (entry.declaration !== logDeclarations.erased) return;
    const facts = parseErased(entry.facts);
    if (facts.ok) this.erasures.set(facts.value.sequence, entry.sequence);
  }
  #noteAnchors(entry: Entry): void {
    if (entry.declaration !== logDeclarations.anchored) return;
    const facts = parseAnchored(entry.facts);
    for (const { origin, size } of facts.ok ? facts.value.checkpoints : []) {
      this.anchored.set(origin, Math.max(size, this.anchored.get(origin) ?? 0));
    }
  }
}
