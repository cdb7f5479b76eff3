import { dirname } from 'node:path';
import type { ReadStream } from 'node:tty';
import { ReplacingScreen } from './replacing-screen.ts';
import { type Terminal, harmless } from './terminal.ts';

/** The terminal of this process. A reader that has gone away is no error: the rest is not said. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const screen = process.stdout.isTTY ? new ReplacingScreen(process.stdout) : undefined;
  const say = (stream: NodeJS.WriteStream) => (text: string) => {
    screen?.leave();
    write(stream, text);
  };
  return {
    environment: process.env,
    directory: callersDirectory(process.env, process.cwd()),
    screen,
    print: say(process.stdout),
    complain: say(process.stderr),
    askSecretly: async (question) =>
      process.stdin.isTTY && process.stderr.isTTY
        ? typedSecret(process.stdin, question)
        : undefined,
  };
}

function write(stream: NodeJS.WriteStream, text: string): void {
  if (stream.writable) stream.write(`${harmless(text)}\n`);
}

/** `npm run` moves to the package's directory and says in INIT_CWD where it was called. */
export function callersDirectory(
  environment: Readonly<Record<string, string | undefined>>,
  directory: string,
): string {
  const { INIT_CWD: callers, npm_package_json: manifest } = environment;
  const isRunByNpm = manifest !== undefined && dirname(manifest) === directory;
  return isRunByNpm && callers !== undefined ? callers : directory;
}

const endOfLine = new Set(['\r', '\n', '\u0004']);
const erasing = new Set(['\u007F', '\b']);
const interrupt = '\u0003';

function typedSecret(keyboard: ReadStream, question: string): Promise<string | undefined> {
  process.stderr.write(question);
  keyboard.setRawMode(true);
  keyboard.setEncoding('utf8');
  return new Promise((resolve) => {
    let typed: readonly string[] = [];
    const finish = (secret: string | undefined): void => {
      keyboard.off('data', listen);
      keyboard.setRawMode(false);
      keyboard.pause();
      process.stderr.write('\n');
      resolve(secret);
    };
    const listen = (input: string): void => {
      for (const character of input) {
        if (endOfLine.has(character)) return finish(typed.join(''));
        if (character === interrupt) return finish(undefined);
        typed = erasing.has(character) ? typed.slice(0, -1) : [...typed, character];
      }
    };
    keyboard.on('data', listen);
    keyboard.resume();
  });
}
