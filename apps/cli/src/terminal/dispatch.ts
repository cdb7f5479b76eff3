import { CliFault } from '../cli-fault.ts';
import { Arguments } from './arguments.ts';
import type { Command } from './command.ts';
import { sayFault } from './say-fault.ts';
import { helpOf, overview, usageOf } from './help.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Does what a command line says; every fault ends as a sentence and an exit code. */
export async function dispatch(
  commands: readonly Command[],
  words: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const [name, ...rest] = joined(commands, words);
  if (name === undefined || isHelp(name)) return help(commands, rest, terminal);
  const command = commands.find((known) => known.name === name);
  if (command === undefined) return unknown(name, terminal);
  if (asksForHelp(rest)) return help(commands, [name], terminal);
  try {
    return await command.run(Arguments.read(command, rest, terminal.directory), terminal);
  } catch (fault) {
    const exitCode = sayFault(fault, terminal);
    if (fault instanceof CliFault && fault.code === 'usage') sayUsage(command, terminal);
    return exitCode;
  }
}

/** The words, with the name of a command that has two (`keys tls`) as one. */
function joined(commands: readonly Command[], words: readonly string[]): readonly string[] {
  const at = isHelp(words[0] ?? '') ? 1 : 0;
  const name = words.slice(at, at + 2).join(' ');
  const isCommand = commands.some((command) => command.name === name);
  return isCommand ? [...words.slice(0, at), name, ...words.slice(at + 2)] : words;
}

const isHelp = (word: string): boolean => word === 'help' || word === '--help' || word === '-h';

/** What follows `--` belongs to the command, whatever it looks like. */
function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  const own = end < 0 ? words : words.slice(0, end);
  return own.some((word) => word === '--help' || word === '-h');
}

function help(
  commands: readonly Command[],
  [name]: readonly string[],
  terminal: Terminal,
): ExitCode {
  if (name === undefined || isHelp(name)) {
    terminal.print(overview(commands));
    return 0;
  }
  const command = commands.find((known) => known.name === name);
  if (command === undefined) return unknown(name, terminal);
  terminal.print(helpOf(command));
  return 0;
}

function unknown(name: string, terminal: Terminal): ExitCode {
  terminal.complain(`「${name}」というコマンドはありません。`);
  terminal.complain('kanribo --help で一覧を確かめてください。');
  return 2;
}

function sayUsage(command: Command, terminal: Terminal): void {
  for (const line of usageOf(command)) terminal.complain(`使い方: kanribo ${line}`);
  terminal.complain(`例と説明: kanribo help ${command.name}`);
}
