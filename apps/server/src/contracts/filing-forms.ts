import {
  type Case,
  type CaseDeclaration,
  type Contract,
  casesOf,
  catalogue,
  clauseOf,
  designationOn,
  textOf,
} from '@kanribo/domain';
import type { DutyId } from '@kanribo/annex';
import type { Day } from '@kanribo/kernel';
import type { BesideEntries } from './beside-entries.ts';
import { versionOf } from './case-page.ts';

/** A filing whose form the client may designate, and the duty it follows from. */
export interface FormFiling {
  readonly declaration: CaseDeclaration;
  readonly duty: DutyId;
}

/** The filings whose form the client may designate (指定する書面), as they are declared. */
export const formFilings: readonly FormFiling[] = [...catalogue.values()].flatMap((declaration) => {
  const { duty, fields } = declaration;
  return duty === null || fields['layout'] === undefined ? [] : [{ declaration, duty }];
});

/** The case that tells on which form a filing is made; undefined before the first word. */
export function designationCase(contract: Contract, { duty }: FormFiling): Case | undefined {
  return [...casesOf(contract, 'designated-form')].find(
    ({ values }) => textOf(values, 'filing') === duty,
  );
}

/** On which form a filing is made, and on whose word. */
export function filingForm(
  contract: Contract,
  filing: FormFiling,
  { beside, today }: { readonly beside: BesideEntries; readonly today: Day },
) {
  const { declaration, duty } = filing;
  const found = designationCase(contract, filing);
  const designation = designationOn(contract, duty, today);
  const form = designation.status === 'designated' ? designation.form : null;
  const isAwaited = designation.status === 'designated' && form === null;
  const said = saidIn(found, beside);
  return {
    filing: declaration.name,
    title: declaration.title,
    duty,
    clause: clauseOf(contract, duty, today),
    status: isAwaited ? 'awaited' : designation.status,
    since: found?.steps.at(-1)?.occurredAt ?? null,
    case: found === undefined ? null : shown(found),
    form: form === null ? null : form.slice('sha256:'.length),
    clientReference: said['clientReference'] ?? '',
    clientPerson: said['clientPerson'] ?? '',
  } as const;
}

const shown = (found: Case) => ({
  id: found.id,
  status: found.status,
  version: versionOf(found),
});

/** What was said last of each: a replaced form has a document of its own. */
function saidIn(found: Case | undefined, beside: BesideEntries): Readonly<Record<string, string>> {
  const none: Readonly<Record<string, string>> = {};
  return (found?.steps ?? []).reduce(
    (said, taken) => ({ ...said, ...beside.of(taken).known }),
    none,
  );
}
