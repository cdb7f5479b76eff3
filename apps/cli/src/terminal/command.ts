import type { Arguments } from './arguments.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** An option of a command, written `--name`. */
export interface Option {
  readonly name: string;
  /** What stands for its value, e.g. `DIR`; without it the option is a switch. */
  readonly takes?: string;
  readonly isRequired?: boolean;
  /** What it is for; a Japanese phrase. */
  readonly meaning: string;
}

/** A word of the command line without an option before it. */
export interface Operand {
  /** In capitals, e.g. `PATH`. */
  readonly name: string;
  readonly isOptional?: boolean;
  readonly meaning: string;
}

/** One command, declared; its help and the reading of its command line come from this. */
export interface Command {
  readonly name: string;
  /** One Japanese line. */
  readonly summary: string;
  /** Only where operands and options do not tell how they go together. */
  readonly usage?: readonly string[];
  readonly operands: readonly Operand[];
  readonly options: readonly Option[];
  /** Command lines as they would be typed. */
  readonly example: readonly string[];
  /** What else to know: exit codes, what is written where. */
  readonly notes?: readonly string[];
  /** Does it. @throws {CliFault} for everything a user can set right. */
  run(given: Arguments, terminal: Terminal): Promise<ExitCode>;
}

/** `--data DIR`, with its usual value. */
export const dataOption: Option = {
  name: 'data',
  takes: 'DIR',
  meaning: 'データの場所（省略すると ./data。DATABASE_URL があればそのデータベースを使います）',
};

/** `--keys DIR`, with its usual value. */
export const keysOption: Option = {
  name: 'keys',
  takes: 'DIR',
  meaning: '鍵の場所（省略すると ./keys）',
};

/** `--json` of a command that answers something. */
export const jsonOption: Option = { name: 'json', meaning: '結果をJSONで出します' };
