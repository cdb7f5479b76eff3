import { type ContractDomain, type PrintOrder, printPaper, refusalText } from '@kanribo/office';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isPaperKind, isPaperOfCase, openFormRenderer, paperKinds } from '@kanribo/forms';
import type { Instance } from '@kanribo/application';
import { stepOf } from '@kanribo/domain';
import { dayOf } from '@kanribo/kernel';
import { CliFault } from '../cli-fault.ts';
import { withContracts } from '../contract-instance.ts';
import { openKeysAt, readContractId } from '../open-instance.ts';
import { exists, placesOf, requireData } from '../places.ts';
import { freshCommandId, platform } from '../platform.ts';
import { type Command, dataOption, jsonOption, keysOption } from '../terminal/command.ts';

/** `kanribo print`: a filing, a register or the duty map as PDF, with its proof on paper. */
export const print: Command = {
  name: 'print',
  summary: '届出・管理簿・義務の履行状況を、照合番号の付いたPDFに印刷します',
  operands: [{ name: 'KIND', meaning: paperKinds.join('、') }],
  options: [
    { name: 'contract', takes: 'ID', isRequired: true, meaning: '契約の番号' },
    { name: 'case', takes: 'CASE', meaning: '届出の番号（管理簿と義務の履行状況では不要）' },
    {
      name: 'to',
      takes: 'FILE',
      isRequired: true,
      meaning: '書き出すPDF（既にあるものには書きません）',
    },
    dataOption,
    keysOption,
    jsonOption,
  ],
  example: [
    'kanribo print take-out --contract nerima-2026 --to take-out.pdf',
    'kanribo print handlers-list --case handlers-list-1 --contract nerima-2026 --to list.pdf',
  ],
  notes: ['印刷したことは台帳に記録され、書面は控えにも入ります。'],
  async run(given, terminal) {
    const kind = readKind(given.operand(0) ?? '');
    const subject = given.optional('case') ?? null;
    requireSubject(kind, subject);
    const contract = readContractId(given.required('contract'));
    const file = given.path(given.required('to'));
    if (await exists(file)) {
      throw new CliFault('failed', `${file} は既にあります。--to に別の名前を指定してください。`);
    }
    const places = placesOf(given, terminal);
    await requireData(places);
    const keys = await openKeysAt(places.keysDirectory, terminal);
    const renderer = openFormRenderer();
    try {
      const now = platform.clock.now();
      const order = {
        contract,
        kind,
        subject,
        actor: 'software',
        date: dayOf(now),
        occurredAt: now,
      };
      const printed = await withContracts({ places, keys }, async ({ instance }) => {
        await requireCase(instance, order);
        const whole = { ...order, id: freshCommandId(), freshId: freshCommandId };
        const made = await printPaper(instance, renderer, whole);
        if (made.ok) return made.value;
        throw new CliFault('failed', refusalText(made.error));
      });
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, printed.pdf, { flag: 'wx' });
      const { digest, pages, typedCode, missingGlyphs } = printed;
      if (given.has('json')) {
        terminal.print(JSON.stringify({ file, digest, pages, typedCode, missingGlyphs }));
        return 0;
      }
      terminal.print(`${file} に印刷しました（${pages}枚、照合番号 ${typedCode}）。`);
      for (const { character, count } of missingGlyphs) {
        terminal.complain(`「${character}」は印刷できないため、〓で印刷しました（${count}か所）。`);
      }
      return 0;
    } finally {
      await renderer.close();
    }
  },
};

/** A filing is printed once it was prepared; nothing is signed for one that is not there. */
async function requireCase(
  instance: Instance<ContractDomain>,
  { contract, kind, subject, actor }: Pick<PrintOrder, 'contract' | 'kind' | 'subject' | 'actor'>,
): Promise<void> {
  if (subject === null) return;
  const question = { kind: 'case', case: subject } as const;
  const answer = await instance.ask(contract, { id: freshCommandId(), actor, question });
  const found = answer.ok && answer.value.kind === 'case' ? answer.value.case : undefined;
  if (found?.declaration === kind && stepOf(found, 'prepared') !== undefined) return;
  throw new CliFault('usage', `「${subject}」という、作成済みの ${kind} の届出はありません。`);
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
