import type { Duty } from '../../engine/standing.ts';
import { lookAtOffice } from './office.ts';

/** Handlers recorded and submitted (事務取扱担当者の記録・届出). */
export const handlersListDuty: Duty = {
  id: 'handlers-list',
  look: (contract, day) => lookAtOffice(contract, 'handler', day),
};
