import { type ContractDomain, printPaper, refusalText } from '@kanribo/office';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isPaperOfCase, openFormRenderer, paperKinds } from '@kanribo/forms';
import type { Instance } from '@kanribo/application';
import { stepOf } from '@kanribo/domain';
import { dayOf } from '@kanribo/kernel';
import { CliFault } from '../cli-fault.ts';
import { type ContractInstance, withContracts } from '../contract-instance.ts';
import { openKeysAt } from '../open-instance.ts';
import { filledForm, formRefusedText, sheetFile } from '../paper-files.ts';
import { placesOf, requireData } from '../places.ts';
import { freshCommandId, platform } from '../platform.ts';
import type { Command } from '../terminal/command.ts';
import { dataOption, jsonOption, keysOption } from '../terminal/option.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type Printing, readPrinting } from './print-order.ts';

/** `kanribo print`: a filing, a register or the duty map, as PDF with its proof or as a file. */
export const print: Command = {
  name: 'print',
  summary: '届出・管理簿・義務の履行状況を、照合番号の付いたPDFなどに書き出します',
  operands: [{ name: 'KIND', meaning: paperKinds.join('、') }],
  options: [
    { name: 'contract', takes: 'ID', isRequired: true, meaning: '契約の番号' },
    { name: 'case', takes: 'CASE', meaning: '届出の番号（管理簿と義務の履行状況では不要）' },
    {
      name: 'as',
      takes: 'FORMAT',
      meaning: 'pdf（省略時）、csv、xlsx（管理簿と義務の履行状況だけ）',
    },
    {
      name: 'form',
      takes: 'FILE.docx',
      meaning: '委託者の指定様式（Word）。届出の内容を記入して書き出します',
    },
    {
      name: 'to',
      takes: 'FILE',
      isRequired: true,
      meaning: '書き出すファイル（既にあるものには書きません）',
    },
    dataOption,
    keysOption,
    jsonOption,
  ],
  example: [
    'kanribo print take-out --contract nerima-2026 --to take-out.pdf',
    'kanribo print take-out --as xlsx --contract nerima-2026 --to take-out.xlsx',
    'kanribo print handlers-list --case handlers-list-1 --contract nerima-2026 --to list.pdf',
    'kanribo print manager-filing --case manager-filing-1 --form form.docx --contract nerima-2026 --to filed.docx',
  ],
  notes: [
    'PDFを印刷したことは台帳に記録され、書面は控えにも入ります。',
    'CSV、Excel、Word のファイルには照合番号が付かず、控えにも入りません。証拠にはPDFを使ってください。',
    '様式の項目は、届出の項目名を {氏名} のように波括弧で囲みます。届出にない項目が一つでもあれば、その名前を示して書き出しません。',
  ],
  async run(given, terminal) {
    const order = await readPrinting(given);
    const places = placesOf(given, terminal);
    await requireData(places);
    const keys = await openKeysAt(places.keysDirectory, terminal);
    const made = await withContracts({ places, keys }, (opened) => makeFile(opened, order));
    await mkdir(dirname(order.file), { recursive: true });
    await writeFile(order.file, made.bytes, { flag: 'wx' });
    if (given.has('json')) terminal.print(JSON.stringify({ file: order.file, ...made.facts }));
    else sayMade(order.file, made, terminal);
    return 0;
  },
};

/** A file as it was made, what is told of it, and what a program is told. */
interface Made {
  readonly bytes: Uint8Array;
  readonly says: string;
  readonly complaints: readonly string[];
  readonly facts: object;
}

async function makeFile({ instance }: ContractInstance, printing: Printing): Promise<Made> {
  await requireCase(instance, printing);
  if (printing.format === 'pdf') return madePdf(instance, printing);
  const { contract, kind, subject, format } = printing;
  const about = { contract, kind, subject, actor: 'software', freshId: freshCommandId };
  const order = { ...about, date: dayOf(platform.clock.now()) };
  const says = 'に書き出しました。照合番号はありません。証拠には --as pdf の書面を使ってください。';
  const unproved = { says, complaints: [], facts: { isProved: false } };
  if (format !== 'docx') return { ...unproved, bytes: await sheetFile(instance, order, format) };
  const filled = await filledForm(instance, order, await readFile(printing.form ?? ''));
  if (filled.ok) return { ...unproved, bytes: filled.value };
  throw new CliFault('failed', formRefusedText(filled.error));
}

async function madePdf(
  instance: Instance<ContractDomain>,
  { contract, kind, subject }: Printing,
): Promise<Made> {
  const renderer = openFormRenderer();
  try {
    const now = platform.clock.now();
    const about = { contract, kind, subject, actor: 'software', occurredAt: now };
    const ids = { id: freshCommandId(), freshId: freshCommandId };
    const printed = await printPaper(instance, renderer, { ...about, ...ids, date: dayOf(now) });
    if (!printed.ok) throw new CliFault('failed', refusalText(printed.error));
    const { pdf, digest, pages, typedCode, missingGlyphs } = printed.value;
    return {
      bytes: pdf,
      says: `に印刷しました（${pages}枚、照合番号 ${typedCode}）。`,
      complaints: missingGlyphs.map(
        ({ character, count }) =>
          `「${character}」は印刷できないため、〓で印刷しました（${count}か所）。`,
      ),
      facts: { digest, pages, typedCode, missingGlyphs },
    };
  } finally {
    await renderer.close();
  }
}

function sayMade(file: string, { says, complaints }: Made, terminal: Terminal): void {
  terminal.print(`${file} ${says}`);
  for (const complaint of complaints) terminal.complain(complaint);
}

/** A filing is printed once it was prepared; nothing is signed for one that is not there. */
async function requireCase(
  instance: Instance<ContractDomain>,
  { contract, kind, subject }: Printing,
): Promise<void> {
  if (!isPaperOfCase(kind) || subject === null) return;
  const asked = { id: freshCommandId(), actor: 'software' };
  const question = { kind: 'case', case: subject } as const;
  const answer = await instance.ask(contract, { ...asked, question });
  const found = answer.ok && answer.value.kind === 'case' ? answer.value.case : undefined;
  if (found?.declaration === kind && stepOf(found, 'prepared') !== undefined) return;
  throw new CliFault('usage', `「${subject}」という、作成済みの ${kind} の届出はありません。`);
}
