import { requireScreens } from '../serving/built-screens.ts';
import { untilTold } from '../serving/until-told.ts';
import { withServer } from '../serving/with-server.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { ChosenStory } from './choose-story.ts';
import { partsOf } from './parts.ts';
import type { Told } from './play.ts';
import { makeSampleAccounts } from './sample-accounts.ts';
import { showSignIn } from './show-sign-in.ts';
import type { DemoPlace } from './tell-story.ts';

/** Where the story is served, and where that is said. */
export interface ServingStory extends DemoPlace {
  readonly port: number;
  readonly terminal: Terminal;
}

/**
 * Lets people go on with the contract of the story in the browser, until the process is told to
 * end: each has an account, and it is shown what they sign in with.
 * @throws {CliFault} `failed`.
 */
export async function serveStory(story: Told & ChosenStory, place: ServingStory): Promise<void> {
  const { home, places, keys, port, terminal } = place;
  await requireScreens(terminal);
  const told = untilTold();
  terminal.print('');
  const settings = { host: '127.0.0.1', port };
  await withServer({ places, keys, settings, terminal }, async ({ instance, accounts }) => {
    const made = await makeSampleAccounts({ instance, accounts, home }, partsOf(story));
    const stop = showSignIn(made, terminal);
    await told;
    stop();
  });
}
