import type { Play } from './play.ts';

/** Brings to its end what was cut off, whatever it was; afterwards its person signs in. */
export async function bringToEnd(play: Play): Promise<void> {
  const { account, status } = play.standing;
  if (status === 'none') await play.isInvited();
  if (status === 'invited' && play.standing.link === '') await play.isInvitedAgain();
  if (status === 'suspended') {
    await play.administers('is resumed', { enters: ['resumed'], makes: { status: 'active' } }, () =>
      play.office.accounts.resume(play.by, account),
    );
  }
  if (play.standing.status === 'invited') await play.enrols(`あかい${play.who}が9時に着く`);
  await play.signsIn();
}
