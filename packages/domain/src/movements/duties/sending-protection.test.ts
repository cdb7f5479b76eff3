import { expect, test } from 'vitest';
import type { JsonObject } from '@kanribo/kernel';
import { decidedHarmless } from '../../testing/harmless.ts';
import { medium, paper, sendingOf, setUpContract } from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

type Protection = 'media-sending-protection' | 'paper-sending-protection';

const back = { returnConfirmedBy: 'person-3', remarks: '返送' };

/** Every standing of the protection of one kind, with the measure it needs and one it does not. */
function standings(duty: Protection, thing: string, right: string, wrong: string) {
  const life = setUpContract();
  const statuses = [life.standing(duty, '2026-04-20').status];
  const byHand: JsonObject = { method: 'in-person', protection: wrong };
  const told = [byHand, { protection: right }, { protection: wrong }].map((how, index) => {
    const { sequence } = life.takes('sending', 'sent', sendingOf([thing], how));
    const proofs = life.standing(duty, '2026-04-20').proofs.includes(sequence);
    statuses.push(life.standing(duty, '2026-04-20').status);
    life.takes('sending', 'undelivered', back, { case: `sending-${index + 1}` });
    return proofs;
  });
  const { isProven, after } = decidedHarmless(life, duty, '2026-04-20');
  return { statuses, told, isProven, after: after.status, aside: setsAside(life, duty).statuses };
}

const all = {
  statuses: ['not-yet', 'not-yet', 'met', 'breached'],
  told: [false, true, false],
  isProven: true,
  after: 'met',
  aside: ['met', 'not-applicable', 'met'],
};

test('DUT-media-sending-protection-1: every standing of the encryption of media sent', () => {
  expect(standings('media-sending-protection', medium, 'encrypted-locked', 'sealed')).toEqual(all);
});

test('DUT-paper-sending-protection-1: every standing of the sealing of papers sent', () => {
  expect(standings('paper-sending-protection', paper, 'seal-sticker', 'encrypted')).toEqual(all);
});
