import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CliFault } from '../cli-fault.ts';
import type { Operand, Option } from './option.ts';

/** What a command declares of its command line. */
interface Declared {
  readonly operands: readonly Operand[];
  readonly options: readonly Option[];
}

type Shape = { readonly type: 'boolean' | 'string' };
type Values = Readonly<Record<string, unknown>>;

/** A command line as it was given, read by the command's declaration. */
export class Arguments {
  readonly #values: Values;
  readonly #operands: readonly string[];
  readonly #directory: string;

  private constructor(values: Values, operands: readonly string[], directory: string) {
    this.#values = values;
    this.#operands = operands;
    this.#directory = directory;
  }

  /**
   * Reads the words after the command's name strictly; relative paths count from `directory`.
   * @throws {CliFault} `usage`, naming the word that does not fit.
   */
  static read(command: Declared, words: readonly string[], directory: string): Arguments {
    const { values, positionals } = parsed(command, words);
    const { operands, options } = command;
    const most = operands.at(-1)?.isRepeated ? Number.POSITIVE_INFINITY : operands.length;
    const [unexpected] = positionals.slice(most);
    if (unexpected !== undefined) throw new CliFault('usage', `余分な引数です: ${unexpected}`);
    const missing = operands.find((operand, index) => !operand.isOptional && !positionals[index]);
    if (missing !== undefined) {
      throw new CliFault('usage', `${missing.name}（${missing.meaning}）を指定してください。`);
    }
    const lacking = options.find(
      ({ name, isRequired }) => isRequired && values[name] === undefined,
    );
    if (lacking !== undefined) {
      throw new CliFault('usage', `--${lacking.name}（${lacking.meaning}）を指定してください。`);
    }
    const empty = options.find(({ name }) => values[name] === '');
    if (empty !== undefined) throw new CliFault('usage', `--${empty.name} の値が空です。`);
    return new Arguments(values, positionals, directory);
  }

  /** The value of an option, if it was given. */
  optional(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** The value of an option that is declared as required. */
  required(name: string): string {
    const value = this.optional(name);
    if (value === undefined) throw new CliFault('usage', `--${name} を指定してください。`);
    return value;
  }

  /** Whether a switch was given. */
  has(name: string): boolean {
    return this.#values[name] === true;
  }

  /** The operand at this place, if it was given. */
  operand(index: number): string | undefined {
    return this.#operands[index];
  }

  /** The operands from this place on. */
  operandsFrom(index: number): readonly string[] {
    return this.#operands.slice(index);
  }

  /** A path as the caller meant it, absolute. */
  path(text: string): string {
    return resolve(this.#directory, text);
  }
}

function parsed(
  command: Declared,
  words: readonly string[],
): { readonly values: Values; readonly positionals: readonly string[] } {
  const declared = command.options.map(({ name, takes }): readonly [string, Shape] => [
    name,
    { type: takes === undefined ? 'boolean' : 'string' },
  ]);
  const options = Object.fromEntries(declared);
  requireOnce(words);
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new CliFault('usage', problemOf(error, words), { cause: error });
  }
}

/** An option given twice is a slip: which of the two was meant nobody can tell. */
function requireOnce(words: readonly string[]): void {
  const end = words.indexOf('--');
  const names = (end < 0 ? words : words.slice(0, end))
    .filter((word) => word.startsWith('--'))
    .map((word) => word.split('=', 1)[0] ?? word);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new CliFault('usage', `${twice} が二度指定されています。`);
}

function problemOf(error: unknown, words: readonly string[]): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const message = error instanceof Error ? error.message : '';
  const option = /'(-[^' =]*)/u.exec(message)?.[1] ?? words.find((word) => word.startsWith('-'));
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `知らないオプションです: ${option ?? ''}`;
  return `オプション ${option ?? ''} の値が足りないか、余分です。`;
}
