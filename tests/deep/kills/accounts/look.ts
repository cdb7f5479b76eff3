import type { Mark } from '../marks.ts';
import { breachesOf } from '../check.ts';
import { type AccountsOffice, type Person, signedIn } from './accounts-office.ts';
import { foundOf, secretBreaches } from './check.ts';
import { Play } from './play.ts';
import { bringToEnd } from './resume.ts';
import { type Scene } from './scenes/scenes.ts';
import { type DeedMark, toldOf } from './standing.ts';

const afterMs = 15 * 60_000;

const isDeedMark = (mark: Mark): mark is DeedMark => mark.kind === 'will' || mark.kind === 'did';

/** What a look after a round found, and what was done since. */
export interface Looked {
  readonly breaches: readonly string[];
  readonly people: readonly Person[];
  /** How many deeds were answered, and which were cut off. */
  readonly answered: number;
  readonly cut: readonly string[];
}

/**
 * Looks, a while after the last deed, at everybody a round was about, brings to its end what it left
 * half done, and lets the scene come once more; then nothing may be left that does not agree.
 */
export async function lookAfter(
  office: AccountsOffice,
  { administrator, scene }: { readonly administrator: Person; readonly scene: Scene },
  marks: readonly Mark[],
): Promise<Looked> {
  office.clock.advance(afterMs);
  const { session: by } = await signedIn(office, administrator);
  const seen = marks.filter(isDeedMark);
  const breaches = [...(await breachesOf(office, [])), ...(await secretBreaches(office))];
  const people: Person[] = [];
  const cut: string[] = [];
  for (const told of toldOf(seen).values()) {
    const found = await foundOf(office, by, told);
    breaches.push(...found.breaches);
    if (found.breaches.length > 0) continue;
    if (told.open !== undefined) cut.push(told.open.deed);
    const play = new Play(office, { by, who: told.who, standing: found.standing }, () => undefined);
    office.clock.advance(afterMs);
    await bringToEnd(play);
    if (scene.comesAgain) await scene.lives(play);
    people.push(play.person);
  }
  const answered = seen.filter(({ kind }) => kind === 'did').length;
  return { breaches, people, answered, cut };
}
