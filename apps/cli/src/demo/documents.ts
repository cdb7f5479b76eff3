import { printPaper, refusalText } from '@kanribo/office';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textOf } from '@kanribo/domain';
import { concatBytes } from '@kanribo/kernel';
import { CliFault } from '../cli-fault.ts';
import { type SheetFormat, filledForm, formRefusedText, sheetFile } from '../paper-files.ts';
import { freshCommandId } from '../platform.ts';
import type { Stage } from './stage.ts';

/** A paper of the story: its kind, the case it is of, and what its file is called. */
export interface Paper {
  readonly kind: string;
  readonly subject: string | null;
  readonly name: string;
}

/** Writes a file into the documents directory. */
export async function writeDocument(
  { setting: { documents } }: Stage,
  name: string,
  contents: string | Uint8Array,
): Promise<void> {
  await mkdir(documents, { recursive: true });
  await writeFile(join(documents, name), contents);
}

/** Prints a paper into the documents directory, unless it was printed before. */
export async function printed(stage: Stage, paper: Paper): Promise<void> {
  const { kind, subject, name } = paper;
  const { opened, renderer, contractId, clock } = stage.setting;
  const id = stage.commandId(`print/${kind}/${subject ?? ''}`);
  const digest = await printedBefore(stage, paper);
  if (digest !== undefined) {
    await writeDocument(stage, `${name}.pdf`, await kept(stage, digest));
    stage.tell(`済 ${name} は印刷済みです`);
    return;
  }
  const made = await printPaper(opened.instance, renderer, {
    ...{ contract: contractId, kind, subject, id },
    actor: 'software',
    date: clock.today(),
    occurredAt: clock.now(),
    freshId: freshCommandId,
  });
  if (!made.ok) throw new CliFault('failed', refusalText(made.error));
  const { pdf, pages, typedCode, missingGlyphs } = made.value;
  await writeDocument(stage, `${name}.pdf`, pdf);
  stage.tell(`▤ ${name}.pdf を印刷しました（${pages}枚、符号 ${typedCode}）`);
  for (const { character, count } of missingGlyphs) {
    stage.tell(`   「${character}」は印刷できないため〓になりました（${count}か所）`);
  }
}

/** Writes a register as a sheet for spreadsheet software. */
export async function sheetWritten(
  stage: Stage,
  { kind, name }: Paper,
  format: SheetFormat,
): Promise<void> {
  const { opened } = stage.setting;
  const bytes = await sheetFile(opened.instance, fileOrder(stage, { kind, subject: null }), format);
  await writeDocument(stage, `${name}.${format}`, bytes);
  stage.tell(`▦ ${name}.${format} を書き出しました（照合番号はありません。証拠にはPDFを使います）`);
}

/** Fills the client's form with a filing; answers how a field names what was kept of it. */
export async function formFilled(
  stage: Stage,
  { kind, subject, name }: Paper,
  form: Uint8Array,
): Promise<string> {
  const order = fileOrder(stage, { kind, subject });
  const filled = await filledForm(stage.setting.opened.instance, order, form);
  if (!filled.ok) throw new CliFault('failed', formRefusedText(filled.error));
  await writeDocument(stage, `${name}.docx`, filled.value);
  stage.tell(`▦ ${name}.docx：委託者の指定様式に記入しました`);
  return stage.keep(filled.value);
}

function fileOrder({ setting }: Stage, paper: Pick<Paper, 'kind' | 'subject'>) {
  const { contractId, clock } = setting;
  const date = clock.today();
  return { ...paper, contract: contractId, actor: 'software', date, freshId: freshCommandId };
}

/** The digest of the latest paper of this kind and case, as the register names it. */
async function printedBefore(stage: Stage, { kind, subject }: Paper): Promise<string | undefined> {
  const answer = await stage.ask({ kind: 'register', declaration: 'document' });
  const papers = answer.kind === 'register' ? answer.cases : [];
  const paper = papers.findLast(
    ({ values }) => textOf(values, 'kind') === kind && textOf(values, 'of') === subject,
  );
  return textOf(paper?.values ?? {}, 'document')?.slice('sha256:'.length);
}

/** A paper as it was kept, so that a lost file is written again just as it was printed. */
async function kept({ setting }: Stage, digest: string): Promise<Uint8Array> {
  const { opened, contractId } = setting;
  const chunks = await opened.store.evidence(contractId, digest);
  if (chunks === undefined) throw new CliFault('failed', '印刷した書面が保管されていません。');
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return concatBytes(read);
}
