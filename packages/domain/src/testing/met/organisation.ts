import type { JsonObject } from '@kanribo/kernel';
import type { Refusal } from '../../engine/refusal.ts';
import type { organisationCodes } from '../../refusals/organisation.ts';
import {
  auditor,
  chief,
  filings,
  manager,
  otherWorker,
  outsider,
  setUpContract,
  unfiled,
} from '../sample.ts';

const inOffice = (person: string, from = '2026-04-01'): JsonObject => ({ person, from });

/** How each refusal of the area is met with; a code without its way here does not compile. */
export const organisationMet = {
  'audit-officer-governed': () =>
    unfiled().refuses('audit-officer', 'appointed', inOffice(manager, '2028-01-01')),
  'audit-officer-holds': () =>
    setUpContract().by(chief).refuses('manager', 'appointed', inOffice(auditor)),
  'worker-as-audit-officer': () =>
    unfiled().refuses('audit-officer', 'appointed', inOffice(otherWorker)),
  'outside-manager-unapproved': () => unfiled().refuses('manager', 'appointed', inOffice(outsider)),
  'office-held-already': () => unfiled().refuses('manager', 'appointed', inOffice(manager)),
  'chief-officer-in-place': () =>
    setUpContract().refuses('chief-officer', 'appointed', inOffice(otherWorker)),
  'end-before-start': () =>
    unfiled().refuses('manager', 'ended', { until: '2026-03-31' }, { case: 'manager-1' }),
  'end-after-period': () =>
    setUpContract().refuses('handler', 'ended', { until: '2027-01-01' }, { case: 'handler-1' }),
  'office-begun': () => setUpContract().refuses('handler', 'cancelled', {}, { case: 'handler-1' }),
  'person-left': () => {
    const life = setUpContract().by(chief);
    life.takes('person', 'left', {}, { case: otherWorker });
    return life.refuses('manager', 'appointed', inOffice(otherWorker));
  },
  'nobody-to-file': () => unfiled().refuses(filings.handler, 'prepared', {}),
} as const satisfies Record<keyof typeof organisationCodes.refusals, () => Refusal>;
