import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Whom a round kills. */
export const victims = ['node', 'postgres', 'both'] as const;
export type Victim = (typeof victims)[number];

/** Where in the life of a write it kills them. */
export const points = [
  'append-sent',
  'append-committed',
  'append-answered',
  'guard-appended',
  'guard-fsynced',
  'checkpoint-guarded',
  'checkpoint-released',
  'evidence-stored',
  'evidence-recorded',
  'erasure-recorded',
] as const;
/** Where in the life of a write about accounts: of the log's, and of their tables'. */
export const accountPoints = [
  'append-sent',
  'append-committed',
  'append-answered',
  'account-sent',
  'account-stored',
] as const;
export type Point = (typeof points)[number] | (typeof accountPoints)[number];

/** Kills, as `kill -9` does, PostgreSQL with all its processes, or this process, or both. */
export function kill(victim: Victim, dataDirectory: string): void {
  if (victim !== 'node') killPostgres(dataDirectory);
  if (victim !== 'postgres') process.kill(process.pid, 'SIGKILL');
}

function killPostgres(dataDirectory: string): void {
  const file = readFileSync(path.join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8');
  const postmaster = Number(file.split('\n', 1)[0]);
  const below = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
  const backends = below.split(' ').filter(Boolean).map(Number);
  for (const pid of [postmaster, ...backends]) killIfThere(pid);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself between being listed and now.
  }
}
