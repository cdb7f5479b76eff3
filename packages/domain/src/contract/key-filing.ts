import { token } from '../engine/field.ts';
import { filing } from '../presets/filing.ts';

/**
 * Filing of the verifier key (検証鍵の届出): the first paper of each contract, stamped and kept by
 * the client. With it the client verifies every later paper without the contractor.
 */
export const keyFiling = filing({
  name: 'key-filing',
  title: '検証鍵の届出',
  duty: null,
  house: true,
  fields: {
    origin: token('記録の名称'),
    verifierKey: token('検証鍵'),
    fingerprint: token('検証鍵の指紋'),
  },
  states: ['origin', 'verifierKey', 'fingerprint'],
});
