import type { CaseDeclaration } from '../engine/declaration.ts';
import { annexAdoption } from './annex.ts';
import { designatedForm } from './designated-form.ts';
import { deviation } from './deviation.ts';
import { document } from './document.ts';
import { keyFiling } from './key-filing.ts';
import { nearMiss } from './near-miss.ts';
import { notApplicable } from './not-applicable.ts';
import { setUp } from './set-up.ts';

/** Every declared case of the area, in the order people meet them. */
export const contractCases: readonly CaseDeclaration[] = [
  setUp,
  annexAdoption,
  designatedForm,
  notApplicable,
  deviation,
  nearMiss,
  document,
  keyFiling,
];
