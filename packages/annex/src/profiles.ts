import type { Profile } from './profile.ts';
import { specialProvisions } from './profiles/special-provisions.ts';

/** Every profile this release carries, by name; an adopted one is never removed. */
export const profiles: ReadonlyMap<string, Profile> = new Map(
  [specialProvisions].map((profile): [string, Profile] => [profile.name, profile]),
);
