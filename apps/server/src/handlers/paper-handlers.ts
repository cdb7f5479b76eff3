import { type DutyMatch, dutyCatalogue, dutyTitles, matchDuties, parseAnnex } from '@kanribo/annex';
import { type LineChoice, declarationOf, routes, wordsOfChoice } from '@kanribo/api';
import { type Contract, type Role, catalogue } from '@kanribo/domain';
import {
  FormsFault,
  csvOf,
  isPaperKind,
  isPaperOfCase,
  particularsNeeded,
  tableSheetOf,
  xlsxOf,
} from '@kanribo/forms';
import { type Day, type Result, dayOf, err, ok } from '@kanribo/kernel';
import { documentOf, printPaper } from '@kanribo/office';
import { readBeside } from '../contracts/beside-entries.ts';
import { linesAskedFor } from '../contracts/chosen-lines.ts';
import { lookAt } from '../contracts/looking.ts';
import { problemOf } from '../contracts/refused.ts';
import { type Member, handle } from '../http/handle.ts';
import type { Problem } from '../http/problem.ts';
import type { Parts } from '../parts.ts';

/** Papers, sheets, and the reading of an annex. */
export function paperHandlers(parts: Parts) {
  return { ...printing(parts), ...sheets(parts), readAnnex: readAnnex(parts) };
}

function printing(parts: Parts) {
  const { instance, renderer, clock, freshId } = parts;
  return {
    previewPaper: handle(routes.previewPaper, async ({ member, params, query }) => {
      const { case: subject = null, ...choice } = query;
      const { kind } = params;
      const [field] = subject === null ? [] : Object.keys(choice);
      if (field !== undefined) return err({ code: 'malformed', field });
      const basis = await basisOf(parts, member, { kind, subject });
      if (!basis.ok) return basis;
      const { contract, today } = basis.value;
      const order = orderOf(parts, member, { kind, subject, date: today });
      const chosen = await chosenOf(parts, member, { contract, today, kind, choice });
      const document = await documentOf(instance, order, { contract, proof: null, ...chosen });
      const { pdf } = await renderer.renderDocument(document);
      return ok({ body: { content: pdf, name: `${nameOf(kind, choice)}-preview.pdf` } });
    }),
    printPaper: handle(routes.printPaper, async ({ member, params, body }) => {
      const asked = { kind: params.kind, subject: body.case ?? null };
      const basis = await basisOf(parts, member, asked);
      if (!basis.ok) return basis;
      if (!mayPrint(basis.value.roles)) return err({ code: 'not-allowed' });
      const occurredAt = clock.now();
      const order = orderOf(parts, member, { ...asked, date: dayOf(occurredAt) });
      const printed = await printPaper(instance, renderer, { ...order, occurredAt, id: freshId() });
      if (!printed.ok) return err(problemOf(printed.error));
      return ok({ body: { content: printed.value.pdf, name: `${params.kind}.pdf` } });
    }),
  };
}

function sheets(parts: Parts) {
  return {
    sheetCsv: handle(routes.sheetCsv, async ({ member, params, query }) => {
      const sheet = await sheetOf(parts, member, params.kind, query);
      if (!sheet.ok) return sheet;
      return ok({
        body: { content: csvOf(sheet.value.table), name: `${nameOf(params.kind, query)}.csv` },
      });
    }),
    sheetXlsx: handle(routes.sheetXlsx, async ({ member, params, query }) => {
      const sheet = await sheetOf(parts, member, params.kind, query);
      if (!sheet.ok) return sheet;
      const { table, today } = sheet.value;
      return ok({
        body: { content: await xlsxOf(table, today), name: `${nameOf(params.kind, query)}.xlsx` },
      });
    }),
  };
}

/** A file that does not hold all lines says so by its name too. */
const nameOf = (kind: string, choice: LineChoice): string =>
  Object.keys(choice).length === 0 ? kind : `${kind}-chosen`;

async function sheetOf(parts: Parts, member: Member, kind: string, choice: LineChoice) {
  const basis = await basisOf(parts, member, { kind, subject: null }, 'sheet');
  if (!basis.ok) return basis;
  const { contract, today } = basis.value;
  const order = orderOf(parts, member, { kind, subject: null, date: today });
  const chosen = await chosenOf(parts, member, { contract, today, kind, choice });
  const document = await documentOf(parts.instance, order, { contract, proof: null, ...chosen });
  return ok({ table: tableSheetOf(document), today });
}

/** The lines a sheet is to hold, and by what they were chosen; nothing where it holds all. */
async function chosenOf(
  parts: Parts,
  member: Member,
  {
    contract,
    today,
    kind,
    choice,
  }: Pick<Basis, 'contract' | 'today'> & { readonly kind: string; readonly choice: LineChoice },
) {
  const declaration = catalogue.get(kind);
  if (declaration === undefined || Object.keys(choice).length === 0) return {};
  const asked = { contract, today, declaration, choice };
  const { lines, beside } = await linesAskedFor(parts, member, asked);
  const { person } = choice;
  const ids = person === undefined ? [] : [person];
  const names =
    ids.length === 0 ? beside : await readBeside(parts, member, { contract, cases: [], ids });
  const words = wordsOfChoice(declarationOf(declaration), choice, (id) => names.nameOf(id));
  return { chosen: { ids: lines.map(({ id }) => id), words } };
}

interface PaperAsked {
  readonly kind: string;
  readonly subject: string | null;
}

interface Basis {
  readonly contract: Contract;
  readonly today: Day;
  readonly roles: ReadonlySet<Role>;
}

/** The contract to make a paper of, once it is sure that such a paper can be made. */
async function basisOf(
  parts: Parts,
  member: Member,
  { kind, subject }: PaperAsked,
  at: 'paper' | 'sheet' = 'paper',
): Promise<Result<Basis, Problem>> {
  const subjects = subject === null ? [] : [subject];
  const seen = await lookAt(parts, member, { at, subjects });
  if (!seen.ok) return seen;
  if (!isPaperKind(kind)) return err({ code: 'not-found' });
  if (isPaperOfCase(kind) !== (subject !== null)) return err({ code: 'malformed', field: 'case' });
  const { contract, today, roles } = seen.value;
  try {
    particularsNeeded(kind, { contract, subject, date: today, proof: null });
  } catch (fault) {
    if (!(fault instanceof FormsFault) || fault.code !== 'paper-impossible') throw fault;
    const message = 'その書面は、いまの記録からは作れません。書面の作成まで進めてください。';
    return err({ code: 'misfit', detail: fault.code, message });
  }
  return ok({ contract, today, roles });
}

function orderOf(
  { freshId }: Parts,
  { contract, person }: Member,
  asked: PaperAsked & { readonly date: Day },
) {
  return { ...asked, contract, actor: person, freshId };
}

/** The client's officers read papers; printing them is the contractor's. */
function mayPrint(roles: ReadonlySet<Role>): boolean {
  const by = catalogue.get('document')?.steps['rendered']?.by ?? [];
  return by.some((role) => roles.has(role));
}

function readAnnex(parts: Parts) {
  return handle(routes.readAnnex, async ({ member, body }) => {
    const seen = await lookAt(parts, member, { at: 'annex', subjects: [] });
    if (!seen.ok) return seen;
    const tree = parseAnnex(body.text);
    const duties = matchDuties(tree, dutyCatalogue).map(shownMatch);
    return ok({ body: { ...tree, duties } });
  });
}

/** What the annex says of a duty, without what the matching keeps for itself. */
function shownMatch(match: DutyMatch) {
  const { duty, status } = match;
  const about = { duty, status, title: dutyTitles[duty] };
  if (match.status === 'absent') return about;
  const { clause, score, terms } = match;
  if (match.status === 'stated') return { ...about, clause, score, terms };
  const { missing, isOfOtherParty } = match;
  return { ...about, clause, score, terms, missing, isOfOtherParty };
}
