import { openDatabase } from '../../database.ts';

/**
 * Opens the database of a data directory, prints `open`, and closes it when its input ends; a fault
 * is printed by its code. `open.ts <data directory>`
 */
async function openUntilTold(): Promise<void> {
  const [dataDirectory = ''] = process.argv.slice(2);
  try {
    const database = await openDatabase({ dataDirectory });
    process.stdout.write('open\n');
    process.stdin.resume();
    await new Promise((resolve) => process.stdin.once('end', resolve));
    await database.close();
    process.stdout.write('closed\n');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    process.stdout.write(`${code}: ${String(error)}\n`);
  }
}

await openUntilTold();
