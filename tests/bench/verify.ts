import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type BundleSource, entriesName, particularsName, verify } from '@kanribo/evidence';
import { sha256, sha256Stream, verifySignature } from '../../apps/cli/src/platform.ts';
import { writeLargeBundle } from './parts/large-bundle.ts';
import { type Report, medianOf, millisecondsOf, rough } from './parts/report.ts';

const size = 1_000_000;
const rounds = 3;

/** Limits of the ratios: the time of verifying to that of SHA-256 over each line, one by one. */
export const limits = { perHash: '14 以下' };

/** Verifying a register of a million entries, particulars included, against bare SHA-256. */
export async function run(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'kanribo-bench-'));
  try {
    await writeLargeBundle(folder, size);
    return reportOf(await measure(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Times {
  readonly verified: readonly number[];
  readonly byLine: readonly number[];
  readonly inOneGo: readonly number[];
  readonly bytes: number;
}

async function measure(folder: string): Promise<Times> {
  const names = [entriesName('register'), particularsName('register')];
  const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
  const [verified, byLine, inOneGo]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    inOneGo.push(await millisecondsOf(async () => files.map((bytes) => hash('sha256', bytes))));
    byLine.push(await millisecondsOf(async () => files.map(hashLines)));
    verified.push(await millisecondsOf(() => verifyFolder(folder)));
  }
  return { verified, byLine, inOneGo, bytes: files.reduce((sum, { length }) => sum + length, 0) };
}

function hashLines(bytes: Uint8Array): void {
  let from = 0;
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
    sha256(bytes.subarray(from, end));
    from = end + 1;
  }
}

async function verifyFolder(folder: string): Promise<void> {
  const tools = { sha256, sha256Stream, verifySignature, acceptsUnsigned: true };
  const { status } = await verify(sourceIn(folder), tools);
  if (status !== 'consistent') throw new RangeError(`the bundle of the benchmark is ${status}`);
}

function sourceIn(folder: string): BundleSource {
  return {
    async *names() {
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (entry.isFile()) yield relative(folder, join(entry.parentPath, entry.name));
      }
    },
    async *read(name) {
      if (name.includes('/tile/')) yield await readFile(join(folder, name));
      else yield* chunksIn(join(folder, name));
    },
  };
}

async function* chunksIn(path: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) {
    if (chunk instanceof Uint8Array) yield chunk;
  }
}

function reportOf({ verified, byLine, inOneGo, bytes }: Times): Report {
  const time = medianOf(verified);
  return {
    bench: 'verify',
    ratios: {
      perHash: rough(time / medianOf(byLine)),
    },
    figures: {
      'verify / SHA-256 of the files in one go (time)': rough(time / medianOf(inOneGo)),
      entries: size,
      'bytes per entry': rough(bytes / size),
      'µs per entry': rough((time * 1_000) / size),
      'entries per second': rough((size * 1_000) / time),
    },
  };
}
