import { type ChildProcess, fork } from 'node:child_process';
import { type JsonObject, isJsonObject } from '@kanribo/kernel';
import { afterEach } from 'vitest';
import type { Task } from './child.ts';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** Another process that works on keys. */
export class Worker {
  readonly #child: ChildProcess;
  readonly #gone: Promise<NodeJS.Signals | null>;
  #settle: (answer: JsonObject) => void = () => undefined;
  /** Sizes whose checkpoints it has handed out, in their order. */
  readonly signed: number[] = [];

  constructor() {
    this.#child = fork(new URL('./child.ts', import.meta.url), { execArgv: [] });
    this.#gone = new Promise((resolve) => {
      this.#child.on('exit', (_, signal) => resolve(signal));
    });
    this.#child.on('message', (message: unknown) => {
      if (!isJsonObject(message)) throw new Error('not an answer');
      const size = message['signed'];
      if (typeof size === 'number') this.signed.push(size);
      else this.#settle(message);
    });
    started.push(this.#child);
  }

  /** Does a task and answers what came of it. */
  async run(task: Task): Promise<unknown> {
    const answered = new Promise<JsonObject>((resolve) => {
      this.#settle = resolve;
    });
    const died = this.#gone.then((signal) => ({ failed: `it died: ${signal}` }));
    this.#child.send(task);
    const answer: JsonObject = await Promise.race([answered, died]);
    if (typeof answer['failed'] === 'string') throw new Error(answer['failed']);
    return answer['done'];
  }

  /** Begins a task without waiting for its end. */
  begin(task: Task): void {
    this.#child.send(task);
  }

  /** Does a task in which the process ends itself, and answers the signal. */
  async runToDeath(task: Task): Promise<NodeJS.Signals | null> {
    this.#child.send(task);
    return this.#gone;
  }

  /** Ends the process at once, as `kill -9` does, and waits until it is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#gone;
  }
}
