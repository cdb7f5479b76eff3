import { closingCases } from './closing/catalogue.ts';
import { contractCases } from './contract/catalogue.ts';
import { fileImport } from './contract/file-import.ts';
import type { CaseDeclaration, Catalogue } from './engine/declaration.ts';
import { effectsOf } from './engine/declare.ts';
import { equipmentCases } from './equipment/catalogue.ts';
import { inspectionsCases } from './inspections/catalogue.ts';
import { movementsCases } from './movements/catalogue.ts';
import { organisationCases } from './organisation/catalogue.ts';
import { servicesCases } from './services/catalogue.ts';
import { subcontractsCases } from './subcontracts/catalogue.ts';
import { thingsCases } from './things/catalogue.ts';
import { wordsCases } from './words/catalogue.ts';
import { trainingCases } from './training/catalogue.ts';

const ofAreas: readonly CaseDeclaration[] = [
  ...contractCases,
  ...organisationCases,
  ...trainingCases,
  ...thingsCases,
  ...movementsCases,
  ...wordsCases,
  ...subcontractsCases,
  ...equipmentCases,
  ...servicesCases,
  ...inspectionsCases,
  ...closingCases,
];

/** An import is of any of the others. */
const declarations: readonly CaseDeclaration[] = [...ofAreas, fileImport(ofAreas)];

/** Every declared case of the product, by name. */
export const catalogue: Catalogue = new Map(
  declarations.map((declaration): [string, CaseDeclaration] => [declaration.name, declaration]),
);

/** What each entry ever written does to its case. */
export const stepEffects = effectsOf(declarations);
