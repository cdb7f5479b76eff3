import type { Refusal } from '../../engine/refusal.ts';
import type { wordsCodes } from '../../refusals/words.ts';
import { chief, submits } from '../sample.ts';
import { applied, covered, withClientOfficer, written } from '../lives/words.ts';

const copy = { ...covered['copy-approval'], ...written };

/** How each refusal of the area is met with; a code without its way here does not compile. */
export const wordsMet = {
  'client-speaks-by-account': () => {
    const { life, officer } = withClientOfficer();
    return life.by(officer).refuses('copy-approval', 'granted', copy);
  },
  'account-not-of-client': () => {
    const { life } = withClientOfficer();
    return life.refuses('copy-approval', 'granted', { ...copy, form: 'account' });
  },
  'word-of-account': () => {
    const { life, officer } = withClientOfficer();
    const { subject } = life.by(officer).takes('compliance-request', 'requested', {
      occasion: 'on-request',
      dueOn: '2026-04-30',
      clientPerson: '区 担当',
    });
    const later = { dueOn: '2026-05-31', clientPerson: '区 担当' };
    return life.by(chief).refuses('compliance-request', 'postponed', later, { case: subject });
  },
  'agreed-after-granting': () => {
    const { life } = withClientOfficer();
    const disk = { ...covered['disk-disposal-approval'], ...written, decidedOn: '2026-04-21' };
    return life.refuses('disk-disposal-approval', 'granted', disk);
  },
  'answer-mismatch': () => {
    const { life } = withClientOfficer();
    const { subject: approval } = life.takes('copy-approval', 'granted', copy);
    const name = 'copy-approval-application';
    const { subject } = life
      .on('2026-04-21 09:00')
      .takes(name, 'prepared', applied('copy-approval'));
    submits(life, name, subject);
    return life.refuses(name, 'answered', { outcome: 'approved', approval }, { case: subject });
  },
  'standing-questions-started': () => {
    const { life } = withClientOfficer();
    life.takes('standing-questions', 'started', {});
    return life.refuses('standing-questions', 'started', {});
  },
} as const satisfies Record<keyof typeof wordsCodes.refusals, () => Refusal>;
