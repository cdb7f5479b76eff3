import type { JsonObject } from '@kanribo/kernel';
import { printed } from './documents.ts';
import type { Stage } from './stage.ts';
import { spokesman } from './story.ts';

/** A filing that is to be prepared, printed and delivered. */
export interface FilingDeed {
  readonly kind: string;
  /** What the paper is called; it names the file too. */
  readonly title: string;
  readonly actor: string;
  /** The case, where something else has opened it. */
  readonly case?: string;
  readonly values?: JsonObject;
}

/** Prepares and prints a filing; answers the id of its case. */
export async function prepared(stage: Stage, filing: FilingDeed): Promise<string> {
  const { kind, title, actor, values } = filing;
  const subject = await stage.act({
    says: `${title}を作成`,
    actor,
    does: `${kind}/prepared`,
    ...(filing.case !== undefined && { case: filing.case }),
    ...(values !== undefined && { values }),
  });
  await printed(stage, { kind, subject, name: title });
  return subject;
}

/** Prepares and prints a filing and hands it in; answers the id of its case. */
export async function submitted(stage: Stage, filing: FilingDeed): Promise<string> {
  const { kind, title, actor } = filing;
  const subject = await prepared(stage, filing);
  await stage.act({
    says: `${title}を提出`,
    actor,
    does: `${kind}/submitted`,
    case: subject,
    values: { method: 'hand' },
  });
  return subject;
}

/** The client has taken the filing, with the proof of it. */
export async function received(
  stage: Stage,
  { kind, title, actor }: FilingDeed,
  subject: string,
): Promise<void> {
  await stage.act({
    says: `${title}の受領（受付印のある控え）を記録`,
    actor,
    does: `${kind}/received`,
    case: subject,
    values: { receivedBy: spokesman, proof: 'stamp' },
  });
}

/** The whole way of a filing, up to the proof that the client has it; answers the id of its case. */
export async function filed(stage: Stage, filing: FilingDeed): Promise<string> {
  const subject = await submitted(stage, filing);
  await received(stage, filing, subject);
  return subject;
}
