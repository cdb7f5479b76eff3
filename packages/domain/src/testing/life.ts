import { type JsonObject, type Moment, type Result, momentOf, parseDay } from '@kanribo/kernel';
import type { DutyId } from '@kanribo/annex';
import { standingOf } from '../duties.ts';
import type { Command } from '../engine/command.ts';
import { type Contract, emptyContract } from '../engine/contract.ts';
import type { DecidedEvent, Decision } from '../engine/decide.ts';
import type { Recorded } from '../engine/evolve.ts';
import type { Refusal } from '../engine/refusal.ts';
import type { Standing } from '../engine/standing.ts';
import { type ManyCommands, type RowRefusal, decideMany } from '../many-commands.ts';
import type { WarningCode } from '../refusals/warnings.ts';
import { decide, evolve } from '../rules.ts';

/** What a command may say beside its values. */
export interface Circumstances {
  /** The case that takes the step; left out, the step opens one. */
  readonly case?: string;
  /** When it happened, in Tokyo: `2026-04-01 10:00`; left out, it happens now. */
  readonly at?: string;
  readonly falseAlarms?: readonly string[];
}

/** What became of a command. */
export interface Taken {
  readonly subject: string;
  /** The first entry it recorded; its consequences follow. */
  readonly sequence: number;
  readonly events: readonly DecidedEvent[];
  readonly warnings: readonly WarningCode[];
}

/** An entry as it is stored: what the fold reads, and the particulars beside it. */
export interface Stored {
  readonly recorded: Recorded;
  readonly particulars: JsonObject | null;
}

/** A moment of Tokyo's clock: `2026-04-01 10:00`. */
export function tokyo(text: string): Moment {
  return momentOf(Date.parse(`${text.replace(' ', 'T')}:00+09:00`));
}

/** One contract in a test: commands go through `decide`, what they emit through `evolve`. */
export class Life {
  contract: Contract = emptyContract();
  readonly stored: Stored[] = [];
  #now: Moment = tokyo('2026-03-01 09:00');
  #actor = 'set-up';

  /** Sets the recorder's clock, in Tokyo. */
  on(text: string): this {
    this.#now = tokyo(text);
    return this;
  }

  /** Who enters the commands that follow. */
  by(actor: string): this {
    this.#actor = actor;
    return this;
  }

  /** What the domain answers to a command; nothing is recorded. */
  decides(
    declaration: string,
    step: string,
    values: JsonObject,
    { case: subject, at, falseAlarms = [] }: Circumstances = {},
  ): Result<Decision, Refusal> {
    const occurredAt = at === undefined ? this.#now : tokyo(at);
    const about = { declaration, step, case: subject ?? null };
    return this.answers({ ...about, occurredAt, values, falseAlarms });
  }

  /** What the domain answers to any command at all. */
  answers(command: Command): Result<Decision, Refusal> {
    return decide(this.contract, command, { actor: this.#actor, now: this.#now });
  }

  /** What the domain answers to the rows of a file. */
  answersMany(command: ManyCommands): Result<Decision, RowRefusal> {
    return decideMany(this.contract, command, { actor: this.#actor, now: this.#now });
  }

  /** Records a step, all its entries. */
  takes(
    declaration: string,
    step: string,
    values: JsonObject,
    circumstances: Circumstances = {},
  ): Taken {
    const decided = this.decides(declaration, step, values, circumstances);
    if (!decided.ok) throw new Error(`${declaration}/${step}: ${JSON.stringify(decided.error)}`);
    return this.records(decided.value);
  }

  /** Records what was decided on the contract as it is. */
  records({ subject, events, warnings }: Decision): Taken {
    const sequence = this.contract.size;
    for (const { declaration, facts, particulars } of events) {
      const written = { declaration, facts, recordedAt: this.#now, actor: this.#actor };
      const recorded = { ...written, sequence: this.contract.size };
      this.stored.push({ recorded, particulars });
      this.contract = evolve(this.contract, recorded);
    }
    return { subject, sequence, events, warnings };
  }

  /** Why a step is not taken. */
  refuses(
    declaration: string,
    step: string,
    values: JsonObject,
    circumstances: Circumstances = {},
  ): Refusal {
    const decided = this.decides(declaration, step, values, circumstances);
    if (decided.ok) throw new Error(`${declaration}/${step} was not refused`);
    return decided.error;
  }

  /** How a duty stands on a day, of the contract as known now. */
  standing(duty: DutyId, day: string): Standing {
    const parsed = parseDay(day);
    if (!parsed.ok) throw new Error(`no day: ${day}`);
    return standingOf(this.contract, duty, parsed.value);
  }
}
