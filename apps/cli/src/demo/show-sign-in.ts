import { totpCodeEndsMs } from '@kanribo/sign-in';
import type { Terminal } from '../terminal/terminal.ts';
import type { SampleAccount } from './sample-accounts-file.ts';
import { signInTable } from './sign-in-table.ts';

/**
 * Shows what people sign in with: on a screen anew in its place with each next code, until it is
 * stopped; in a file or pipe once, with how to ask for it again.
 */
export function showSignIn(accounts: readonly SampleAccount[], terminal: Terminal): () => void {
  const { screen } = terminal;
  if (screen === undefined) {
    terminal.print(`\n${signInTable(accounts, Date.now())}`);
    terminal.print('  いまのコードは npm run demo -- --codes で表示します。');
    return () => undefined;
  }
  let timer: NodeJS.Timeout | undefined;
  const show = () => {
    const now = Date.now();
    screen.show(signInTable(accounts, now));
    timer = setTimeout(show, totpCodeEndsMs(now) - now);
  };
  terminal.print('');
  show();
  return () => clearTimeout(timer);
}
