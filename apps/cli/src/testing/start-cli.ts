import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A command that goes on until it is told to end. */
export interface RunningCli {
  /** Resolves to all that was printed once that holds this; throws where it ended before. */
  said(text: string): Promise<string>;
  /** Ends it; answers its exit code and what it complained. */
  ended(signal: NodeJS.Signals): Promise<{ exitCode: number | null; complained: string }>;
}

const program = join(import.meta.dirname, '..', 'main.ts');

/** Starts `kanribo …` in a process of its own. */
export function startCli(
  words: readonly string[],
  given: { readonly directory: string; readonly environment: Readonly<Record<string, string>> },
): RunningCli {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [program, ...words], {
    cwd: given.directory,
    env: { PATH, ...given.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [printed, complained] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complained += chunk));
  const closed = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  let hasClosed = false;
  void closed.then(() => (hasClosed = true));
  return {
    async said(text) {
      while (!printed.includes(text)) {
        if (hasClosed) throw new Error(`${printed}\n${complained}`);
        await Promise.race([once(child.stdout, 'data'), closed]);
      }
      return printed;
    },
    async ended(signal) {
      child.kill(signal);
      return { exitCode: await closed, complained };
    },
  };
}
