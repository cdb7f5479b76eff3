import type { Command } from './command.ts';
import type { Operand, Option } from './option.ts';

/** All commands, one a line. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'kanribo 管理簿 — 特記事項の管理簿を付け、守り、証明します。',
    '',
    '使い方: kanribo コマンド [オプション]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'コマンドごとの説明: kanribo help コマンド',
    '終了コード: 0 できた、1 できない・異常あり、2 指定の誤り',
  ].join('\n');
}

/** Everything about one command. */
export function helpOf(command: Command): string {
  const { name, summary, operands, options, example, notes = [] } = command;
  const words = [
    ...operands.map((operand) => ({ word: operand.name, meaning: operand.meaning })),
    ...options.map((option) => ({ word: wordOf(option), meaning: option.meaning })),
    { word: '--help', meaning: 'この説明を出します' },
  ];
  const width = Math.max(...words.map(({ word }) => word.length));
  return [
    `kanribo ${name} — ${summary}`,
    '',
    '使い方:',
    ...usageOf(command).map((line) => `  kanribo ${line}`),
    '',
    ...words.map(({ word, meaning }) => `  ${word.padEnd(width)}  ${meaning}`),
    '',
    '例:',
    ...example.map((line) => `  ${line}`),
    ...(notes.length === 0 ? [] : ['', ...notes]),
  ].join('\n');
}

/** How a command is written, a line for each way. */
export function usageOf({ name, usage, operands, options }: Command): readonly string[] {
  if (usage !== undefined) return usage.map((words) => `${name} ${words}`);
  const words = [...operands.map(operandWord), ...options.map(optionWord)];
  return [[name, ...words].join(' ')];
}

const wordOf = ({ name, takes }: Option): string =>
  takes === undefined ? `--${name}` : `--${name} ${takes}`;

const optionWord = (option: Option): string =>
  option.isRequired ? wordOf(option) : `[${wordOf(option)}]`;

function operandWord({ name, isOptional, isRepeated }: Operand): string {
  const word = isRepeated ? `${name}...` : name;
  return isOptional ? `[${word}]` : word;
}
