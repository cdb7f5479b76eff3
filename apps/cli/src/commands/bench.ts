import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CliFault } from '../cli-fault.ts';
import type { Command } from '../terminal/command.ts';
import { jsonOption } from '../terminal/option.ts';
import { type Measured, parseMeasured, tableOf } from './bench-report.ts';

const folder = join(import.meta.dirname, '../../../../tests/bench');

/** `kanribo bench`: measures, and prints each ratio beside its limit; never fails for slowness. */
export const bench: Command = {
  name: 'bench',
  summary: '速さを測り、目標や比べる相手との比で示します',
  operands: [{ name: 'NAME', isOptional: true, meaning: '測るもの（省略すると一覧を出します）' }],
  options: [jsonOption],
  example: ['npm run bench -- append', 'npm run bench -- verify --json'],
  notes: ['比は、同じ時に同じ機械で測った相手との比です。遅くても終了コードは0です。'],
  async run(given, terminal) {
    const names = await benchNames();
    const name = given.operand(0);
    if (name === undefined) {
      terminal.print(given.has('json') ? JSON.stringify(names) : names.join('\n'));
      return 0;
    }
    if (!names.includes(name)) {
      const known = names.join('、');
      throw new CliFault('usage', `「${name}」という測定はありません。あるもの: ${known}`);
    }
    const measured = await measure(name);
    const { bench: measuredName, ratios, figures } = measured;
    const answer = { bench: measuredName, ratios, figures };
    terminal.print(given.has('json') ? JSON.stringify(answer) : tableOf(measured));
    return 0;
  },
};

/** A benchmark is a file of `tests/bench` that is not beside another as its part (`x.part.ts`). */
async function benchNames(): Promise<readonly string[]> {
  const files = await readdir(folder);
  const benches = files.filter((file) => /^[a-z0-9-]+\.ts$/u.test(file));
  return benches.map((file) => file.slice(0, -'.ts'.length)).sort();
}

async function measure(name: string): Promise<Measured> {
  const module: unknown = await import(pathToFileURL(join(folder, `${name}.ts`)).href);
  const measured = await parseMeasured(module);
  if (measured !== undefined) return measured;
  throw new CliFault('failed', `tests/bench/${name}.ts は run() で測定の結果を返しません。`);
}
