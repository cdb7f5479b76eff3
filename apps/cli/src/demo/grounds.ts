import { type DutyId, clause, clauseInJapanese, isDutyId, specialProvisions } from '@kanribo/annex';
import { catalogue } from '@kanribo/domain';
import type { Deed } from './deed.ts';

/** What declarations serve whose duty hangs on the case: the one the story tells them for. */
const served: Readonly<Record<string, DutyId>> = {
  subcontract: 'subcontract-approval',
  'measures-check': 'subcontract-confirmation',
  'clauses-comparison': 'subcontract-clauses',
  'subcontract-handover': 'subcontract-approval',
  'subcontract-supervision': 'subcontract-supervision',
  deviation: 'incident-first-report',
};

/** The clause of the annex whose profile the story adopts; empty for what is no duty. */
export function builtInClause(duty: string): string {
  return isDutyId(duty) ? specialProvisions.clauses[duty] : '';
}

/** The same, as papers cite it: 第20条第3号. */
export function inJapanese(duty: DutyId): string {
  return clauseInJapanese(clause(builtInClause(duty)));
}

/** The duty of the filing a word about forms (指定する書面) is about: 6, 7, 8, 17.2 or 17.4(1). */
function dutyOfForm({ values = {} }: Deed): DutyId | undefined {
  const { filing } = values;
  return typeof filing === 'string' && isDutyId(filing) ? filing : undefined;
}

/** The clause a deed follows from; what only supports a clause says so. Empty without one. */
export function groundOf(deed: Deed | undefined): string {
  const name = deed?.does.split('/')[0] ?? '';
  const declaration = catalogue.get(name);
  const duty = deed?.duty ?? declaration?.duty ?? (deed && dutyOfForm(deed)) ?? served[name];
  if (duty === undefined) return '';
  return declaration?.house === true ? `${inJapanese(duty)}を支える記録` : inJapanese(duty);
}
