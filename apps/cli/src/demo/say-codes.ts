import { CliFault } from '../cli-fault.ts';
import type { ExitCode, Terminal } from '../terminal/terminal.ts';
import { readSampleAccounts } from './sample-accounts-file.ts';
import { signInTable } from './sign-in-table.ts';

/**
 * Says what people sign in with now, in a demo that runs elsewhere.
 * @throws {CliFault} `failed` where there is none.
 */
export async function sayCodes(home: string, terminal: Terminal): Promise<ExitCode> {
  const accounts = await readSampleAccounts(home);
  if (accounts.length === 0) {
    throw new CliFault(
      'failed',
      `${home} に、見本のアカウントがありません。npm run demo で作るか、--data に置き場所を指定してください。`,
    );
  }
  terminal.print(signInTable(accounts, Date.now()));
  return 0;
}
