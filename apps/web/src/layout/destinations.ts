import { layoutMessages } from './messages.ts';

const { screens, groups } = layoutMessages;

/** One screen of a contract in the navigation. A new screen is a new line. */
export const destinations = [
  {
    group: groups.work,
    screens: [
      { to: '/contracts/$contract', title: screens.today },
      { to: '/contracts/$contract/duty-map', title: screens.dutyMap },
    ],
  },
  {
    group: groups.contract,
    screens: [
      { to: '/contracts/$contract/set-up', title: screens.setUp },
      { to: '/contracts/$contract/organisation', title: screens.organisation },
    ],
  },
  {
    group: groups.keep,
    screens: [
      { to: '/contracts/$contract/registers', title: screens.registers },
      { to: '/contracts/$contract/filings', title: screens.filings },
      { to: '/contracts/$contract/approvals', title: screens.approvals },
      { to: '/contracts/$contract/whereabouts', title: screens.whereabouts },
      { to: '/contracts/$contract/basics', title: screens.basics },
    ],
  },
  {
    group: groups.prove,
    screens: [
      { to: '/contracts/$contract/proof', title: screens.proof },
      { to: '/contracts/$contract/client-desk', title: screens.clientDesk },
    ],
  },
] as const;

/** What external auditors look at; everything else is not open to them. */
export const auditorScreens: ReadonlySet<string> = new Set([
  '/contracts/$contract/duty-map',
  '/contracts/$contract/registers',
  '/contracts/$contract/whereabouts',
  '/contracts/$contract/basics',
  '/contracts/$contract/proof',
  '/contracts/$contract/client-desk',
]);
