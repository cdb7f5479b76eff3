import { type CaseDeclaration, catalogue } from '@kanribo/domain';
import { dutyMapPaper } from './duty-map.ts';
import { appointmentPapers } from './filings/appointments.ts';
import { changeFilingPaper } from './filings/change.ts';
import { complianceReportPaper } from './filings/compliance.ts';
import { declaredFilingPaper } from './filings/declared.ts';
import { keyFilingPaper } from './filings/key.ts';
import type { Paper } from './paper.ts';
import { derivedColumns } from './registers/derived-columns.ts';
import { sendingColumns } from './registers/sending.ts';
import { type RegisterColumns, registerSheetPaper } from './registers/sheet.ts';
import { takeOutColumns } from './registers/take-out.ts';

/** Filings with a layout of their own; every other one is laid out from its declaration. */
const ownFilings: ReadonlyMap<string, Paper['make']> = new Map([
  ['key-filing', keyFilingPaper],
  ['change-filing', changeFilingPaper],
  ['compliance-report', complianceReportPaper],
  ...appointmentPapers,
]);

/** Registers with columns of their own; every other one has those of its declaration. */
const ownColumns: ReadonlyMap<string, RegisterColumns> = new Map([
  ['sending', sendingColumns],
  ['take-out', takeOutColumns],
]);

const declared = [...catalogue.values()].map(paperOfCase);

const wholes: readonly Paper[] = [{ kind: 'duty-map', subject: 'whole', make: dutyMapPaper }];

/** Every paper the product makes, by kind. */
export const papers: ReadonlyMap<string, Paper> = new Map(
  [...declared, ...wholes].map((paper): [string, Paper] => [paper.kind, paper]),
);

/** A filing is a paper of its own; of everything else there is a sheet of all its lines. */
function paperOfCase(declaration: CaseDeclaration): Paper {
  const { name: kind, preset } = declaration;
  if (preset === 'filing') {
    const make = ownFilings.get(kind) ?? ((input) => declaredFilingPaper(declaration, input));
    return { kind, subject: 'case', make };
  }
  const columns = ownColumns.get(kind) ?? derivedColumns(declaration);
  const make: Paper['make'] = (input) => registerSheetPaper({ declaration, columns }, input);
  return { kind, subject: 'whole', make };
}
