import { governingDocument } from './governing-document.ts';

/** Basic policy (基本方針), clause 4. */
export const basicPolicy = governingDocument({
  name: 'basic-policy',
  title: '基本方針',
  duty: 'basic-policy',
  existingHoldsBy: 'approved',
});
