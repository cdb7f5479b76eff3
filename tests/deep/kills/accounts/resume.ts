import type { Play } from './play.ts';

/** Brings to its end what was cut off, whatever it was; afterwards its person signs in. */
export async function bringToEnd(play: Play): Promise<void> {
  const { status, isLocked, password } = play.standing;
  if (status === 'none') await play.isInvited();
  if (status === 'suspended' && password !== '') await play.isResumed();
  const isWithoutWay = play.standing.status !== 'active' && play.standing.link === '';
  if (isWithoutWay) await play.isInvitedAgain();
  if (play.standing.status === 'invited') await play.enrols(`あかい${play.who}が9時に着く`);
  if (isLocked) await play.isUnlocked();
  await play.signsIn();
}
