import { type ChildProcess, fork } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { FormsFault } from '../forms-fault.ts';
import { type CompileAnswer, type CompileJob, parseAnswer } from './messages.ts';

const mainFile = fileURLToPath(new URL('compiler-main.ts', import.meta.url));

/** One child process that compiles; it dies with this process, whatever way this one ends. */
export interface CompilerProcess {
  /**
   * Compiles one job; never called while another is under way.
   * @throws {FormsFault} `renderer-crashed` or `renderer-timed-out`; the process is then dead.
   */
  compile(job: CompileJob, timeoutMs: number): Promise<CompileAnswer>;
  isAlive(): boolean;
  /** Ends the process at once and waits until it is gone. */
  end(): Promise<void>;
}

/** Starts a child that keeps nothing of this process but the two channels to it. */
export function startCompiler(): CompilerProcess {
  const child = fork(mainFile, [], {
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: {},
    execArgv: [],
  });
  const errors = lastErrors(child);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.on('error', () => undefined);
  letGo(child);
  return {
    compile: async (job, timeoutMs) => {
      child.ref();
      child.channel?.ref();
      try {
        return await answerTo(child, { job, timeoutMs, errors });
      } finally {
        letGo(child);
      }
    },
    isAlive: () => child.exitCode === null && child.signalCode === null && child.connected,
    end: async () => {
      child.ref();
      child.kill('SIGKILL');
      await gone;
    },
  };
}

interface Question {
  readonly job: CompileJob;
  readonly timeoutMs: number;
  readonly errors: () => string;
}

function answerTo(child: ChildProcess, question: Question): Promise<CompileAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<CompileAnswer>();
  const onMessage = (message: unknown): void => {
    const answer = parseAnswer(message);
    if (answer !== undefined) resolve(answer);
  };
  const onExit = (): void => reject(new FormsFault('renderer-crashed', question.errors()));
  const timer = setTimeout(() => {
    child.kill('SIGKILL');
    reject(new FormsFault('renderer-timed-out', `no document after ${question.timeoutMs} ms`));
  }, question.timeoutMs);
  child.on('message', onMessage);
  child.once('exit', onExit);
  child.send(question.job, (failure) => {
    if (failure !== null) onExit();
  });
  return promise.finally(() => {
    clearTimeout(timer);
    child.off('message', onMessage);
    child.off('exit', onExit);
  });
}

/** An idle child does not keep this process from ending. */
function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  for (const stream of [child.stdin, child.stderr]) {
    if (stream instanceof Socket) stream.unref();
  }
}

/** What the child last said on standard error, for the fault; at most a screenful. */
function lastErrors(child: ChildProcess): () => string {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000);
  });
  return () => said.trim();
}
