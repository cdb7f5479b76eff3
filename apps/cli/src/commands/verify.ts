import { verifyRunning } from '@kanribo/application';
import { parseOrigin, verify as verifyBundle } from '@kanribo/evidence';
import { type ContractId, parseContractId } from '@kanribo/kernel';
import { parseVerifierKey } from '@kanribo/merkle';
import { bundleIn } from '../bundle-directory.ts';
import { CliFault } from '../cli-fault.ts';
import { withInstance } from '../open-instance.ts';
import { type OutsideText, readOutside } from '../outside-input.ts';
import { isDatabaseNamed, placesOf, requireData } from '../places.ts';
import { sha256, verifying } from '../platform.ts';
import type { Arguments } from '../terminal/arguments.ts';
import type { Command } from '../terminal/command.ts';
import { dataOption, jsonOption, keysOption } from '../terminal/option.ts';
import type { ExitCode, Terminal } from '../terminal/terminal.ts';
import { type RunningVerdict, runningText, verdictText } from '../verdict-text.ts';

/** `kanribo verify`: whether a bundle or the running data is as it was signed. */
export const verify: Command = {
  name: 'verify',
  summary: '控えまたは動いているデータが、署名されたとおりかを確かめます',
  usage: [
    'PATH [--key VKEY] [--since NOTE] [--json]',
    '--data DIR [--keys DIR] [--key VKEY] [--since NOTE] [--json]',
  ],
  operands: [{ name: 'PATH', isOptional: true, meaning: '控えのフォルダ' }],
  options: [
    { name: 'key', takes: 'VKEY', meaning: '「検証鍵の届出」にある検証鍵、またはそのファイル' },
    { name: 'since', takes: 'NOTE', meaning: 'お手元の以前の要約のファイル、または紙の符号' },
    dataOption,
    keysOption,
    jsonOption,
  ],
  example: [
    'kanribo verify usb/nerima-2026 --key keys.txt',
    'kanribo verify usb/nerima-2026 --since 1204-ABCD-EFGH-…',
    'kanribo verify --data data --keys keys',
  ],
  notes: [
    '終了コード: 0 署名のとおり、または食い違いなし。1 異常あり、または確かめられない。2 指定の誤り。',
    'PATH も --data もなく、DATABASE_URL があれば、そのデータベースを確かめます。',
    '--key がなければ、「署名されたとおり」とは答えません。',
  ],
  async run(given, terminal) {
    const path = given.operand(0);
    const isRunning = given.optional('data') !== undefined || isDatabaseNamed(terminal);
    if (path === undefined ? !isRunning : given.optional('data') !== undefined) {
      throw new CliFault('usage', '控えのフォルダか --data の、どちらか一方を指定してください。');
    }
    const outside = {
      key: await readOutside(given, 'key'),
      since: await readOutside(given, 'since'),
    };
    if (path === undefined) return verifyData(given, terminal, outside);
    return verifyPath(given, terminal, { path, outside });
  },
};

interface Outside {
  readonly key: OutsideText | undefined;
  readonly since: OutsideText | undefined;
}

async function verifyPath(
  given: Arguments,
  terminal: Terminal,
  { path, outside }: { readonly path: string; readonly outside: Outside },
): Promise<ExitCode> {
  const source = await bundleIn(given.path(path));
  const verdict = await verifyBundle(source, { sha256, ...optionsOf(outside) });
  terminal.print(given.has('json') ? JSON.stringify(verdict) : verdictText(verdict));
  sayMissingFiles(
    verdict.damages.map(({ code }) => code),
    outside,
    terminal,
  );
  return verdict.status === 'broken' ? 1 : 0;
}

async function verifyData(
  given: Arguments,
  terminal: Terminal,
  outside: Outside,
): Promise<ExitCode> {
  const places = placesOf(given, terminal);
  await requireData(places);
  const named = contractNamedBy(outside.key?.text);
  return withInstance(places, terminal, async (instance, tools) => {
    const ids = (await instance.contracts()).map(({ id }) => id);
    const verdicts: RunningVerdict[] = [];
    for (const contract of ids) {
      const isMeant = ids.length === 1 || named === contract;
      const options = optionsOf(isMeant ? outside : { key: undefined, since: undefined });
      const verdict = await verifyRunning(tools, contract, options);
      const refusal = await instance.readOnly(contract);
      verdicts.push({ verdict, refusal: refusal ?? null });
    }
    terminal.print(given.has('json') ? JSON.stringify(verdicts) : runningText(verdicts));
    const codes = verdicts.flatMap(({ verdict }) => verdict.damages.map(({ code }) => code));
    sayMissingFiles(codes, outside, terminal);
    const isBroken = verdicts.some(
      ({ verdict, refusal }) => verdict.status === 'broken' || refusal !== null,
    );
    return isBroken ? 1 : 0;
  });
}

/** The contract whose key it is, so that the others are not held to it. */
function contractNamedBy(key: string | undefined): ContractId | undefined {
  const parsed = parseVerifierKey(sha256, key?.trim() ?? '');
  const contract = parsed.ok ? parseOrigin(parsed.value.name)?.contract : undefined;
  const id = parseContractId(contract ?? '');
  return id.ok ? id.value : undefined;
}

function optionsOf({ key, since }: Outside) {
  return {
    ...verifying,
    ...(key !== undefined && { key: key.text }),
    ...(since !== undefined && { since: since.text }),
  };
}

/** A word that is neither what was asked for nor a file was perhaps meant as a file. */
function sayMissingFiles(codes: readonly string[], outside: Outside, terminal: Terminal): void {
  for (const name of ['key', 'since'] as const) {
    const text = outside[name];
    const code = name === 'key' ? 'given-key-malformed' : 'since-malformed';
    if (text === undefined || text.file !== undefined || !codes.includes(code)) continue;
    terminal.complain(`--${name} の「${text.text}」というファイルもありません。`);
  }
}
