import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Account } from '../launcher/account.ts';

/** A program of this folder that runs in a process of its own. */
export interface Program {
  readonly process: ChildProcessWithoutNullStreams;
  /** What it prints, as far as its first line; what it complains of where it prints none. */
  readonly firstLine: Promise<string>;
  /** All it prints, when it has ended. */
  readonly printed: Promise<string>;
}

/** Starts a program in `programs/`, as another account if one is given. */
export function startProgram(name: string, args: readonly string[], account?: Account): Program {
  const file = new URL(`./programs/${name}.ts`, import.meta.url).pathname;
  const child = spawn(process.execPath, [file, ...args], { ...account, cwd: '/' });
  let printed = '';
  let complaints = '';
  const ended = new Promise<string>((resolve) => {
    child.on('close', () => resolve(printed === '' ? complaints : printed));
  });
  const firstLine = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('\n')) resolve(printed.slice(0, printed.indexOf('\n')));
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk.toString();
    });
    void ended.then(resolve);
  });
  child.stdin.on('error', () => undefined);
  return { process: child, firstLine, printed: ended };
}
