import type { destinations } from './destinations.ts';

type Destination = (typeof destinations)[number]['screens'][number]['to'];

const lists: Readonly<Record<string, Destination>> = {
  register: '/contracts/$contract/registers',
  basics: '/contracts/$contract/basics',
  appointment: '/contracts/$contract/basics',
  filing: '/contracts/$contract/filings',
  approval: '/contracts/$contract/approvals',
  word: '/contracts/$contract/approvals',
};

/** The screen that lists what is declared with this preset; undefined where none does. */
export function listOf(preset: string): Destination | undefined {
  return lists[preset];
}
