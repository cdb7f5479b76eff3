import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseLocation } from '@kanribo/store';
import { portOf } from '../serving/port-option.ts';
import type { Arguments } from '../terminal/arguments.ts';
import type { ExitCode, Terminal } from '../terminal/terminal.ts';
import { sayCodes } from './say-codes.ts';
import { readStoryOrder } from './script.ts';
import { demoKeys, tellStory } from './tell-story.ts';

/**
 * Tells the story in its place, or the codes of the one that is told there, and serves it where it
 * is to be kept.
 * @throws {CliFault} `usage`; `failed`.
 */
export async function runDemo(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const home = given.path(given.optional('data') ?? 'demo');
  if (given.has('codes')) return sayCodes(home, terminal);
  const order = await readStoryOrder(given);
  const port = portOf(given);
  // Keys make their own directory for the owner alone; the database's account must pass this one.
  await mkdir(home, { recursive: true, mode: 0o755 });
  const keysDirectory = join(home, 'keys');
  const places = { database: databaseOf(given, terminal, home), keysDirectory };
  const place = { home, places, keys: await demoKeys(keysDirectory) };
  const told = await tellStory(order, place, terminal);
  sayEnd(home, told.unwatched, terminal);
  if (order.isKept) {
    // What only serving needs takes longer to load than most commands take to run.
    const { serveStory } = await import('./serve-story.ts');
    await serveStory(told, { ...place, port, terminal });
  }
  return 0;
}

/** The place's own embedded database, or the one DATABASE_URL names unless a place is given. */
function databaseOf(given: Arguments, { environment }: Terminal, home: string): DatabaseLocation {
  const url = environment['DATABASE_URL'];
  if (given.optional('data') !== undefined || !url) return { dataDirectory: join(home, 'data') };
  return { url };
}

function sayEnd(home: string, unwatched: number, terminal: Terminal): void {
  terminal.print(`\n筋書きは最後まで進みました。書面は ${join(home, 'documents')} にあります。`);
  terminal.print(`検証：npm run kanribo -- verify ${join(home, 'bundle')}`);
  terminal.print(`ソフトウェアがまだ確認していない義務：${unwatched}件`);
}
