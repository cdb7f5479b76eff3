import { type DutyId, dutyIds } from '../duty-ids.ts';
import { dutyTitles } from '../duty-titles.ts';
import { areaDescriptions } from './descriptions/areas.ts';
import { closingDescriptions } from './descriptions/closing.ts';
import { incidentDescriptions } from './descriptions/incidents.ts';
import { keepingDescriptions } from './descriptions/keeping.ts';
import { organisationDescriptions } from './descriptions/organisation.ts';
import { sendingDescriptions } from './descriptions/sending.ts';
import { serviceDescriptions } from './descriptions/services.ts';
import { subcontractDescriptions } from './descriptions/subcontracts.ts';
import { supervisionDescriptions } from './descriptions/supervision.ts';
import { systemDescriptions } from './descriptions/systems.ts';
import type { DutyDescription } from './duty-description.ts';
import type { CatalogueEntry, DutyCatalogue } from './match-duties.ts';

/** How each duty is recognised; one that is missing does not compile. */
const descriptions: Readonly<Record<DutyId, DutyDescription>> = {
  ...organisationDescriptions,
  ...subcontractDescriptions,
  ...sendingDescriptions,
  ...areaDescriptions,
  ...systemDescriptions,
  ...keepingDescriptions,
  ...serviceDescriptions,
  ...closingDescriptions,
  ...supervisionDescriptions,
  ...incidentDescriptions,
};

const entryOf = (duty: DutyId): CatalogueEntry => ({
  title: dutyTitles[duty],
  description: descriptions[duty],
});

const isWhole = (entries: Readonly<Record<string, CatalogueEntry>>): entries is DutyCatalogue =>
  dutyIds.every((duty) => Object.hasOwn(entries, duty));

/** Every duty the software knows, with what a clause that states it talks about. */
export const dutyCatalogue: DutyCatalogue = catalogueOf();

function catalogueOf(): DutyCatalogue {
  const entries = Object.fromEntries(dutyIds.map((duty) => [duty, entryOf(duty)]));
  if (!isWhole(entries)) throw new RangeError('a duty has no entry');
  return entries;
}
