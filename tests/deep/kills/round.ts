import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { createInterface } from 'node:readline';
import { type Mark, markIn } from './marks.ts';
import type { Point, Victim } from './victims.ts';

/** Who is killed where: at which passing of the point, from 1. */
export interface Plan {
  readonly victim: Victim;
  readonly point: Point;
  readonly occurrence: number;
}

/** The directories a worker works on. */
export interface Directories {
  readonly dataDirectory: string;
  readonly keysDirectory: string;
}

/** What a round came to. */
export interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly wrongs: readonly string[];
  readonly isDone: boolean;
}

/** The record of everything that workers were told: each line fsynced as it comes in. */
export class Recorder {
  readonly #file: string;
  readonly #descriptor: number;

  constructor(file: string) {
    this.#file = file;
    this.#descriptor = openSync(file, 'a');
  }

  record(line: string): void {
    writeSync(this.#descriptor, `${line}\n`);
    fsyncSync(this.#descriptor);
  }

  /** All marks so far, as the file holds them. */
  marks(): readonly Mark[] {
    return readFileSync(this.#file, 'utf8').split('\n').filter(Boolean).map(markIn);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** A worker in a process of its own. */
export class Worker {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #ended: Promise<Ended>;
  readonly ready: Promise<void>;

  constructor(
    { dataDirectory, keysDirectory }: Directories,
    how: { readonly seed: number; readonly plan?: Plan; readonly script?: URL },
    recorder: Recorder,
  ) {
    const { seed, plan, script = new URL('./worker.ts', import.meta.url) } = how;
    const planned = plan === undefined ? [] : [plan.victim, plan.point, `${plan.occurrence}`];
    const args = [script.pathname, dataDirectory, keysDirectory, `${seed}`, ...planned];
    this.#process = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#process.stdin.on('error', () => undefined);
    const wrongs: string[] = [];
    let isDone = false;
    let setReady: () => void = () => undefined;
    this.ready = new Promise((resolve) => {
      setReady = resolve;
    });
    createInterface({ input: this.#process.stdout }).on('line', (line) => {
      recorder.record(line);
      const mark = markIn(line);
      if (mark.kind === 'ready') setReady();
      if (mark.kind === 'done') isDone = true;
      if (mark.kind === 'wrong') wrongs.push(mark.what);
    });
    this.#ended = new Promise((resolve) => {
      this.#process.on('close', (_, signal) => {
        setReady();
        resolve({ signal, wrongs, isDone });
      });
    });
  }

  /** Lets it begin its work by one line, and answers how it ended. */
  async work(order = 'go'): Promise<Ended> {
    this.#process.stdin.write(`${order}\n`);
    return this.#ended;
  }

  /** Ends it at once. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }
}
