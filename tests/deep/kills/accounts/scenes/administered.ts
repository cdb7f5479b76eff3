import { valueOf } from '@kanribo/application/testing';
import { parseDay } from '@kanribo/kernel';
import { toy } from '../../office.ts';
import { chief, lockAfter } from '../accounts-office.ts';
import type { Play } from '../play.ts';

const until = valueOf(parseDay('2027-01-31'));
const later = valueOf(parseDay('2027-02-28'));

/** The audit that somebody is invited to. */
export const firstAudit = { contract: toy, until };

export async function suspension(play: Play): Promise<void> {
  const { accounts } = play.office;
  await play.signsIn();
  const { account } = play.standing;
  await play.administers(
    'is suspended',
    { enters: ['suspended'], makes: { status: 'suspended', sessions: [] } },
    () => accounts.suspend(play.by, account),
  );
  await play.isResumed();
  await play.signsIn();
}

/** An invitation is withdrawn before it is taken, given anew, and taken. */
export async function withdrawal(play: Play): Promise<void> {
  await play.isInvited();
  await play.administers(
    'is withdrawn',
    { enters: ['suspended'], makes: { status: 'suspended', link: '' } },
    () => play.office.accounts.suspend(play.by, play.standing.account),
  );
  await play.isInvitedAgain();
  await play.enrols();
  await play.signsIn();
}

async function isFree(play: Play): Promise<void> {
  const { person } = play.standing;
  if (person !== null) await play.isBound(person, false);
}

export async function bindings(play: Play): Promise<void> {
  await isFree(play);
  await play.isBound(`${play.who}-first`);
  await play.isBound(`${play.who}-first`, false);
  await play.isBound(`${play.who}-second`);
}

export async function audit(play: Play): Promise<void> {
  const { accounts } = play.office;
  await play.signsIn();
  const what = { by: play.by, account: play.standing.account };
  await play.administers(
    'audits for longer',
    { enters: ['audit-allowed'], makes: { audit: later } },
    () => accounts.allowAudit({ ...what, audit: { contract: toy, until: later } }),
  );
  await play.administers(
    'audits no more',
    { enters: ['audit-ended'], makes: { audit: null, sessions: [] } },
    () => accounts.endAudit({ ...what, contract: toy }),
  );
}

export async function invitedAnew(play: Play): Promise<void> {
  await play.signsIn();
  await play.isInvitedAgain();
  await play.enrols(`しろい${play.who}が8時に出る`);
  await play.signsIn();
}

/** Wrong passwords lock the account until somebody else unlocks it. */
export async function locking(play: Play): Promise<void> {
  await play.signsIn();
  for (let count = 1; count < lockAfter; count += 1) await play.fails();
  await play.fails({ enters: ['locked'], makes: { isLocked: true } });
  await play.isUnlocked();
  await play.signsIn();
}

/** Wrong passwords never lock one nobody could stand in for. */
export async function siege(play: Play): Promise<void> {
  await isFree(play);
  await play.isBound(`${chief}-${play.who}`);
  for (let count = 0; count < lockAfter + 2; count += 1) await play.fails();
  play.waits();
  await play.signsIn();
}

/** An administrator comes back in by a link from the machine. */
export async function wayBack(play: Play): Promise<void> {
  await play.signsIn();
  await play.does(
    'is offered a way back',
    { enters: ['way-back-offered'], makes: { link: '' } },
    async () => valueOf(await play.office.accounts.offerWayBack(play.standing.account)),
    ({ token }) => ({ link: token }),
  );
  await play.enrols(`もどる${play.standing.password}`, ['way-back-used']);
  await play.signsIn();
}
