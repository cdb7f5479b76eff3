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
    group: groups.keep,
    screens: [
      { to: '/contracts/$contract/registers', title: screens.registers },
      { to: '/contracts/$contract/filings', title: screens.filings },
      { to: '/contracts/$contract/approvals', title: screens.approvals },
      { to: '/contracts/$contract/basics', title: screens.basics },
    ],
  },
] as const;
