import type { Arguments } from './arguments.ts';
import type { Operand, Option } from './option.ts';
import type { ExitCode, Terminal } from './terminal.ts';

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
