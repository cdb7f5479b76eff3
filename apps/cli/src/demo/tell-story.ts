import { join } from 'node:path';
import { createKeys, openKeys } from '@kanribo/keys';
import type { KeyDirectory } from '@kanribo/keys';
import { openFormRenderer } from '@kanribo/forms';
import type { Clock } from '@kanribo/application';
import { CliFault } from '../cli-fault.ts';
import { type ContractInstance, withContracts } from '../contract-instance.ts';
import type { Places } from '../places.ts';
import { freshCommandId } from '../platform.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type ChosenStory, chooseStory } from './choose-story.ts';
import { type Told, play } from './play.ts';
import { type StoryOrder, firstDayOf, scriptFrom } from './script.ts';
import { Stage } from './stage.ts';
import { StoryClock } from './story-clock.ts';

/** Where the demo is, and with which keys. */
export interface DemoPlace {
  /** The demo's own directory, with its papers, its bundle and what people sign in with. */
  readonly home: string;
  readonly places: Places;
  readonly keys: KeyDirectory;
}

const instanceName = 'demo.kanribo';

/**
 * Tells the story that is ordered, or what an earlier run left of it.
 * @throws {CliFault} `failed` where anything does not go as the story says.
 */
export async function tellStory(
  order: StoryOrder,
  { home, places, keys }: DemoPlace,
  terminal: Terminal,
): Promise<Told & ChosenStory> {
  const renderer = openFormRenderer();
  let clock = new StoryClock(firstDayOf(order));
  const storyClock: Clock = { now: () => clock.now() };
  try {
    const opening = { places, keys, clock: storyClock, createAs: instanceName };
    return await withContracts(opening, async (opened) => {
      requireDemo(opened.instance.name);
      const chosen = await chooseStory(opened, order, terminal);
      const script = scriptFrom(order, chosen.first);
      clock = new StoryClock(chosen.first);
      await openContract(opened, chosen);
      const documents = join(home, 'documents');
      const stage = new Stage({ ...chosen, clock, opened, renderer, terminal, documents });
      const proof = { database: places.database, bundle: join(home, 'bundle') };
      return { ...chosen, ...(await play(stage, { ...script, ...proof })) };
    });
  } finally {
    await renderer.close();
  }
}

async function openContract(
  { instance }: ContractInstance,
  { contractId }: ChosenStory,
): Promise<void> {
  const made = await instance.openContract(contractId, { id: freshCommandId(), actor: 'set-up' });
  if (made.ok || made.error.code === 'contract-exists') return;
  throw new CliFault('failed', `契約を開けません（${made.error.code}）。`);
}

/** A database in which an office keeps its real contracts is no place for a story. */
function requireDemo(found: string): void {
  if (found === instanceName) return;
  throw new CliFault(
    'failed',
    `DATABASE_URL のデータベースには、デモではない記録（${found}）があります。空のデータベースを指定するか、DATABASE_URL を外してください。`,
  );
}

/**
 * The demo's keys lie in a file; a real office keeps them under a passphrase.
 * @throws {CliFault} `failed`.
 */
export async function demoKeys(directory: string): Promise<KeyDirectory> {
  const opened = await openKeys({ directory });
  if (opened.ok) return opened.value;
  const made = await createKeys({ directory, protection: { kind: 'file' } });
  if (made.ok) return made.value;
  throw new CliFault('failed', `${directory} に鍵を作れません（${made.error.code}）。`);
}
