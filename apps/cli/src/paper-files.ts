import type { Instance } from '@kanribo/application';
import type { Contract } from '@kanribo/domain';
import {
  type FormFit,
  type WordFormProblem,
  csvOf,
  fillWordForm,
  formFieldsOf,
  formProblemSentence,
  formUnfittingSentence,
  readWordForm,
  tableSheetOf,
  xlsxOf,
} from '@kanribo/forms';
import { type Result, err } from '@kanribo/kernel';
import { type ContractDomain, type PrintOrder, documentOf } from '@kanribo/office';
import { CliFault } from './cli-fault.ts';

/** A paper that is made as a file for others' software, and so without proof. */
export type FileOrder = Omit<PrintOrder, 'occurredAt' | 'id'>;

/** How a sheet is given as a file. */
export type SheetFormat = 'csv' | 'xlsx';

/** A register or the duty map as a sheet for spreadsheet software; it carries no proof. */
export async function sheetFile(
  instance: Instance<ContractDomain>,
  order: FileOrder,
  format: SheetFormat,
): Promise<Uint8Array> {
  const sheet = tableSheetOf(await unprovedDocument(instance, order));
  return format === 'csv' ? csvOf(sheet) : xlsxOf(sheet, order.date);
}

/** Why the client's form was not filled: the file itself, or tags that no field of the filing fills. */
export type FormRefused =
  | WordFormProblem
  | { readonly code: 'form-unfitting'; readonly fit: FormFit };

/** The client's own Word form (指定する書面) filled with a prepared filing. */
export async function filledForm(
  instance: Instance<ContractDomain>,
  order: FileOrder,
  docx: Uint8Array,
): Promise<Result<Uint8Array, FormRefused>> {
  const form = await readWordForm(docx);
  if (!form.ok) return form;
  const document = await unprovedDocument(instance, order);
  const filled = await fillWordForm(form.value, formFieldsOf(document));
  return filled.ok ? filled : err({ code: 'form-unfitting', fit: filled.error });
}

/** Why a form was not filled, in Japanese. */
export function formRefusedText(refused: FormRefused): string {
  return refused.code === 'form-unfitting'
    ? formUnfittingSentence(refused.fit)
    : formProblemSentence(refused);
}

async function unprovedDocument(instance: Instance<ContractDomain>, order: FileOrder) {
  const contract = await contractOf(instance, order);
  return documentOf(instance, order, { contract, proof: null });
}

async function contractOf(
  instance: Instance<ContractDomain>,
  { contract, actor, freshId }: FileOrder,
): Promise<Contract> {
  const question = { kind: 'whole' } as const;
  const answer = await instance.ask(contract, { id: freshId(), actor, question });
  if (answer.ok && answer.value.kind === 'whole') return answer.value.contract;
  throw new CliFault('failed', '契約の状態を読めません。');
}
