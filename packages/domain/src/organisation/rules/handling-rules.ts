import { governingDocument } from './governing-document.ts';

/** Handling rules or manual (取扱規程・取扱いマニュアル), clause 5. */
export const handlingRules = governingDocument({
  name: 'handling-rules',
  title: '取扱規程・マニュアル',
  duty: 'handling-rules',
  existingHoldsBy: 'reviewed',
});
