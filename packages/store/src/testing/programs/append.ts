import { openDatabase } from '../../database.ts';
import { openStore } from '../../store.ts';
import { contractIdOf, groupOf } from '../samples.ts';

/**
 * Appends to the register of a contract, always at the size the log has reached, until it has this
 * many entries; prints the sequences of its own. `append.ts <url> <contract id> <size> <name>`
 */
async function appendUntil(): Promise<void> {
  const [url = '', contractId = '', size = '', name = ''] = process.argv.slice(2);
  const database = await openDatabase({ url });
  const store = openStore(database, async () => new Uint8Array(32));
  const key = { contractId: contractIdOf(contractId), log: 'register' as const };
  const own: number[] = [];
  for (;;) {
    const reached = (await store.head(key))?.size ?? 0;
    if (reached >= Number(size)) break;
    const answer = await store.append(key, groupOf(reached, [`${name} ${reached}`]));
    if (answer === 'appended') own.push(reached);
  }
  process.stdout.write(JSON.stringify(own));
  await database.close();
}

await appendUntil();
