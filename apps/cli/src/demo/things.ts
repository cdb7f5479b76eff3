import type { JsonObject } from '@kanribo/kernel';
import type { Deed } from './deed.ts';
import { type Story, written } from './story.ts';

/** Something the client hands over, or the contractor makes. */
export interface NewThing {
  readonly label: string;
  readonly kind: 'medium' | 'paper';
  readonly contents?: string;
}

/** The deed by which a thing comes in. */
export function receiving(story: Story, thing: NewThing): Deed {
  return {
    says: `委託者から ${thing.label} を受領`,
    actor: story.cast.manager.id,
    does: 'thing/received',
    values: { ...described(story, thing), owner: 'client' },
  };
}

/** A thing that came in, known by its label from now on. */
export async function receives(story: Story, thing: NewThing): Promise<string> {
  const id = await story.stage.act(receiving(story, thing));
  story.stage.name(id, thing.label);
  return id;
}

/** A thing the contractor has made. */
export async function makes(
  story: Story,
  thing: NewThing,
  changed: JsonObject = {},
): Promise<string> {
  const id = await story.stage.act({
    says: `${thing.label} を作成`,
    actor: story.cast.manager.id,
    does: 'thing/made',
    values: { ...described(story, thing), owner: 'contractor', ...changed },
  });
  story.stage.name(id, thing.label);
  return id;
}

/** How a thing is described; media are encrypted, papers are not. */
export function described({ cast, places }: Story, thing: NewThing): JsonObject {
  const { label, kind, contents = '課税資料（令和8年度）' } = thing;
  const isEncrypted = kind === 'medium';
  return { label, kind, isEncrypted, contents, place: places.room, custodian: cast.manager.id };
}

/** What is to leave, and to where. */
export interface Leaving {
  readonly things: readonly string[];
  readonly contents: string;
  readonly purpose: string;
  readonly destination: string;
}

/** The client's written approval of a take-out (20(3)). */
export async function approvesTakeOut(
  { stage, cast }: Story,
  { things, purpose, destination }: Leaving,
  clientReference: string,
): Promise<string> {
  return stage.act({
    says: `委託者の承認（${clientReference}）を記録：${stage.nameOf(destination)} への持出し`,
    actor: cast.manager.id,
    does: 'take-out-approval/granted',
    values: { things: [...things], destination, purpose, ...written(stage, clientReference) },
  });
}

/** What a line of the register of take-outs says when it is permitted. */
export function lineOf({ cast, purpose: use }: Story, leaving: Leaving): JsonObject {
  const { things, contents, purpose, destination } = leaving;
  const people = { carrier: cast.handlers[0].id, approver: cast.manager.id };
  return { things: [...things], contents, purpose, destination, use, ...people };
}

/** What a line of the register of sendings says. */
export function sendingOf({ cast, purpose: use }: Story, leaving: Leaving): JsonObject {
  const { things, contents, purpose, destination } = leaving;
  const people = { sender: cast.handlers[0].id, approver: cast.manager.id };
  return { things: [...things], contents, purpose, destination, use, ...people };
}
