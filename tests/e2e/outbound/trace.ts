import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** How a program ended, what it said, and whom outside it tried to reach. */
export interface Traced {
  readonly exitCode: number | null;
  readonly said: string;
  /** Attempts to connect, or to send, to any address that is not loopback; one line each. */
  readonly outside: readonly string[];
  /** Attempts to connect to loopback or to a socket in the file system: the trace saw something. */
  readonly inside: number;
}

/** All calls that name an address, of a program and all it starts, with the protocol (`-yy`). */
const watching = ['-f', '-qq', '-yy', '--seccomp-bpf', '-e', 'trace=connect,sendto,sendmsg'];
const isolation = ['--net', '--', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];

/** Whether this machine allows a network of one's own and has the tools; else a reason. */
export function whyNoTrace(): string | undefined {
  if (process.platform !== 'linux') return 'there are no network namespaces';
  const alone = spawnSync('unshare', [...isolation, 'true']);
  if (alone.status !== 0) return 'no network namespace may be made, or ip is missing';
  const traced = spawnSync('strace', ['-qq', '-e', 'trace=connect', '-o', '/dev/null', 'true']);
  return traced.status === 0 ? undefined : 'strace is missing, or may not trace';
}

/** Runs a program and all it starts where there is only loopback, and notes whom it tries to reach. */
export async function traced(program: string, words: readonly string[]): Promise<Traced> {
  const directory = await mkdtemp(join(tmpdir(), 'kanribo-trace-'));
  const trace = join(directory, 'trace');
  const watch = ['strace', ...watching, '-o', trace];
  const { PATH, CHROMIUM } = process.env;
  const child = spawn(
    'unshare',
    [...isolation, ...watch, '--', process.execPath, program, ...words],
    { env: { PATH, CHROMIUM, HOME: directory }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  try {
    const said = await Promise.all([text(child.stdout), text(child.stderr)]);
    const exitCode = await ended;
    const lines = (await readFile(trace, 'utf8')).split('\n');
    return {
      exitCode,
      said: said.join('\n'),
      outside: lines.filter(isOutside),
      inside: lines.filter((line) => isAddressed(line) && !isOutside(line)).length,
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const isAddressed = (line: string): boolean => line.includes('sa_family=');

const loopback = [
  /sa_family=AF_(?:UNIX|LOCAL|UNSPEC|NETLINK)\b/u,
  /sa_family=AF_INET,.*inet_addr\("127\.\d+\.\d+\.\d+"\)/u,
  /sa_family=AF_INET6,.*inet_pton\(AF_INET6, "(?:::1|::ffff:127\.\d+\.\d+\.\d+)"/u,
];

/**
 * Chromium asks its own machine for a way to this address before it looks up any name, to learn
 * whether there is IPv6. A UDP socket that is connected sends nothing.
 */
const probe = /connect\(\d+<UDPv6?:\[[^,]*, \{.*"2001:4860:4860::8888"/u;

/** Whether a line of a trace names an address that is not of this machine. */
function isOutside(line: string): boolean {
  if (!isAddressed(line) || probe.test(line)) return false;
  return !loopback.some((pattern) => pattern.test(line));
}
