import type { JsonObject } from '@kanribo/kernel';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

/** Places of the story, by what they are to it; the ids are the register's. */
export interface Places {
  readonly room: string;
  readonly archive: string;
  readonly client: string;
  readonly printer: string;
  readonly taxpayers: string;
}

/** What every chapter is told with. */
export interface Story {
  readonly stage: Stage;
  readonly cast: Cast;
  readonly places: Places;
  /** The client's officer (甲担当), a person on record. */
  readonly officer: string;
  /** What the contract allows the data to be used for. */
  readonly purpose: string;
}

/** How many days after its first day the contract ends. */
export const lastDay = 364;

/** The client's officer (甲担当) by name. */
export const clientsOfficer = '区民 一郎';

/** The client's person as papers name them. */
export const spokesman = '税務課 担当係長';

/** A word of the client in writing, from today to the end of the contract. */
export function written({ setting: { clock } }: Stage, clientReference: string): JsonObject {
  return {
    form: 'written',
    from: clock.today(),
    until: clock.dayAfter(lastDay),
    clientPerson: spokesman,
    clientReference,
  };
}

/** The same said by word of mouth, with the day its paper is due. */
export function spoken(stage: Stage, paperDueIn: number): JsonObject {
  const { clock } = stage.setting;
  return {
    form: 'oral',
    from: clock.today(),
    until: clock.dayAfter(lastDay),
    clientPerson: spokesman,
    paperDueOn: clock.dayAfter(paperDueIn),
  };
}
