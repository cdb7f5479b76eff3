import type { Play } from '../play.ts';
import * as administered from './administered.ts';
import * as own from './own.ts';
import { devices, passkeys } from './passkeys.ts';

/** What may befall an account. */
export interface Scene {
  readonly name: string;
  /** What comes before, and is let alone. */
  readonly before: (play: Play) => Promise<void>;
  readonly lives: (play: Play) => Promise<void>;
  /** Whether it may come once more, with all that was left of it. */
  readonly comesAgain: boolean;
}

const nothing = async (): Promise<void> => undefined;

async function enrolment(play: Play): Promise<void> {
  await play.isInvited();
  await play.enrols();
}

async function enrolmentByPasskey(play: Play): Promise<void> {
  await play.isInvited();
  await play.enrolsByPasskey(`key-${play.who}`);
  await play.signsIn();
}

async function enrolmentToAudit(play: Play): Promise<void> {
  await play.isInvited({ audits: [administered.firstAudit] });
  await play.enrols();
}

async function enrolmentToAdministrate(play: Play): Promise<void> {
  await play.isInvited({ isAdministrator: true });
  await play.enrols();
}

const beginning = (name: string, lives: Scene['lives']): Scene => ({
  name,
  before: nothing,
  lives,
  comesAgain: false,
});

const afterwards = (name: string, lives: Scene['lives'], before = enrolment): Scene => ({
  name,
  before,
  lives,
  comesAgain: true,
});

/** Everything the rounds kill amid. */
export const scenes: readonly Scene[] = [
  beginning('enrolment', enrolment),
  beginning('enrolment by passkey', enrolmentByPasskey),
  beginning('withdrawal', administered.withdrawal),
  afterwards('new password', own.newPassword),
  afterwards('new app', own.newApp),
  afterwards('recovery codes', own.newCodes),
  afterwards('sessions', own.endings),
  afterwards('passkeys', passkeys),
  afterwards('devices', devices),
  afterwards('suspension', administered.suspension),
  afterwards('locking', administered.locking),
  afterwards('siege', administered.siege),
  afterwards('bindings', administered.bindings),
  afterwards('audit', administered.audit, enrolmentToAudit),
  afterwards('invited anew', administered.invitedAnew),
  afterwards('way back', administered.wayBack, enrolmentToAdministrate),
];

/** The scene of a name. */
export function sceneOf(name: string): Scene {
  const scene = scenes.find((one) => one.name === name);
  if (scene === undefined) throw new Error(`no scene ${name}`);
  return scene;
}
