import { closingCases } from './closing/catalogue.ts';
import { contractCases } from './contract/catalogue.ts';
import type { CaseDeclaration, Catalogue } from './engine/declaration.ts';
import { effectsOf } from './engine/declare.ts';
import { equipmentCases } from './equipment/catalogue.ts';
import { movementsCases } from './movements/catalogue.ts';
import { organisationCases } from './organisation/catalogue.ts';
import { servicesCases } from './services/catalogue.ts';
import { thingsCases } from './things/catalogue.ts';

const declarations: readonly CaseDeclaration[] = [
  ...contractCases,
  ...organisationCases,
  ...thingsCases,
  ...movementsCases,
  ...equipmentCases,
  ...servicesCases,
  ...closingCases,
];

/** Every declared case of the product, by name. */
export const catalogue: Catalogue = new Map(
  declarations.map((declaration): [string, CaseDeclaration] => [declaration.name, declaration]),
);

/** What each entry ever written does to its case. */
export const stepEffects = effectsOf(declarations);
