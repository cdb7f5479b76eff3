import { isPaperKind, isPaperOfCase, paperKinds } from '@kanribo/forms';
import type { ContractId } from '@kanribo/kernel';
import { CliFault } from '../cli-fault.ts';
import { readContractId } from '../open-instance.ts';
import { exists } from '../places.ts';
import type { Arguments } from '../terminal/arguments.ts';

const formats = ['pdf', 'csv', 'xlsx'] as const;

/** What is to be printed, and as what file. */
export interface Printing {
  readonly contract: ContractId;
  readonly kind: string;
  /** The filing, by case id; null for registers and the duty map. */
  readonly subject: string | null;
  readonly format: (typeof formats)[number] | 'docx';
  /** The client's form, where it is to be filled. */
  readonly form: string | null;
  readonly file: string;
}

/**
 * Reads what `print` was given.
 * @throws {CliFault} `usage` where the words do not go together; `failed` where the file is there.
 */
export async function readPrinting(given: Arguments): Promise<Printing> {
  const kind = readKind(given.operand(0) ?? '');
  const subject = given.optional('case') ?? null;
  requireSubject(kind, subject);
  const formGiven = given.optional('form');
  const format = formGiven === undefined ? readFormat(kind, given) : 'docx';
  if (formGiven !== undefined) requireFilling(kind, given);
  const contract = readContractId(given.required('contract'));
  const form = formGiven === undefined ? null : given.path(formGiven);
  if (form !== null && !(await exists(form))) {
    throw new CliFault('usage', `${form} を開けません。ファイルの場所と権限を確かめてください。`);
  }
  const file = given.path(given.required('to'));
  if (await exists(file)) {
    throw new CliFault('failed', `${file} は既にあります。--to に別の名前を指定してください。`);
  }
  return { contract, kind, subject, format, form, file };
}

function readKind(text: string): string {
  if (isPaperKind(text)) return text;
  throw new CliFault(
    'usage',
    `「${text}」という書面はありません。次から選んでください：${paperKinds.join('、')}`,
  );
}

function requireSubject(kind: string, subject: string | null): void {
  const isWhole = !isPaperOfCase(kind);
  if (isWhole === (subject === null)) return;
  const remedy = isWhole ? '--case は要りません。' : '--case に届出の番号を指定してください。';
  throw new CliFault('usage', `${kind} の印刷では、${remedy}`);
}

function readFormat(kind: string, given: Arguments): (typeof formats)[number] {
  const text = given.optional('as') ?? 'pdf';
  const format = formats.find((one) => one === text);
  if (format === undefined) {
    throw new CliFault('usage', `--as は ${formats.join('、')} のどれかです（「${text}」）。`);
  }
  if (format !== 'pdf' && isPaperOfCase(kind)) {
    throw new CliFault('usage', `${kind} は届出のため、--as ${format} にはできません。`);
  }
  return format;
}

function requireFilling(kind: string, given: Arguments): void {
  if (!isPaperOfCase(kind)) {
    throw new CliFault('usage', `${kind} は届出ではないため、--form の様式に記入できません。`);
  }
  if (given.optional('as') !== undefined) {
    throw new CliFault('usage', '--form は Word の文書になるため、--as と一緒には使えません。');
  }
}
