import {
  type Act,
  chooseTable,
  goBack,
  lookOver,
  makeCheckpoint,
  recordTable,
  verifyChanged,
  verifyWhole,
} from './acts.ts';

/** Where a screen is seen. */
export interface Address {
  readonly name: string;
  /** With a contract's life in it. */
  readonly filled: string;
  /** With a contract that was just opened; left out where there is no such thing. */
  readonly empty?: string;
  /** Who looks, where it is not a member of the contract: nobody yet, or an external auditor. */
  readonly looker?: 'nobody' | 'auditor';
  /** What is done there first; then the picture is of what comes of it, in no other state. */
  readonly act?: Act;
}

const [life, bare] = ['/contracts/sample-1', '/contracts/bare'] as const;

const within = (name: string, path: string): Address => ({
  name,
  filled: `${life}${path}`,
  empty: `${bare}${path}`,
});

const after = (name: string, path: string, act: Act): Address => ({
  name,
  filled: `${life}${path}`,
  act,
});

/** Every screen, by an address of the life the demo tells. */
export const addresses: readonly Address[] = [
  { name: 'sign-in', filled: '/sign-in', looker: 'nobody' },
  {
    name: 'set-up-link',
    filled: '/set-up#token-that-was-used-long-ago-and-is-43-long',
    looker: 'nobody',
  },
  {
    name: 'invitation',
    filled: '/invitation#token-that-was-used-long-ago-and-is-43-long',
    looker: 'nobody',
  },
  { name: 'link-cut-off', filled: '/invitation', looker: 'nobody' },
  { name: 'contracts', filled: '/contracts' },
  { name: 'account', filled: '/account' },
  { name: 'administration', filled: '/administration' },
  { name: 'restore-steps', filled: '/administration/restore' },
  { name: 'start', filled: '/' },
  { name: 'not-found', filled: '/no-such-page' },
  within('today', ''),
  within('duty-map', '/duty-map'),
  within('duty-detail', '/duty-map?duty=take-out-register'),
  after('duty-map-earlier', '/duty-map', goBack),
  within('registers', '/registers'),
  within('basics', '/basics'),
  within('register-take-out', '/registers/take-out'),
  within('register-person', '/registers/person'),
  within('register-deviation', '/registers/deviation'),
  within('register-many', '/registers/near-miss'),
  within('register-chosen', '/registers/near-miss?mark=late&text=封筒&sort=occurred&order=asc'),
  after('import-chosen', '/registers/near-miss/import', chooseTable),
  after('import-looked-over', '/registers/near-miss/import', lookOver),
  after('import-done', '/registers/near-miss/import', recordTable),
  within('case-struck-out', '/cases/near-miss-118'),
  within('import-person', '/registers/person/import'),
  within('new-near-miss', '/registers/near-miss/new/noticed'),
  within('new-take-out', '/registers/take-out/new/issued'),
  within('new-deviation', '/registers/deviation/new/found'),
  within('case-take-out', '/cases/take-out-1'),
  within('case-deviation', '/cases/deviation-1'),
  within('filings', '/filings'),
  within('one-filing', '/filings/handlers-list-1'),
  within('word-forms', '/filings/forms'),
  within('one-word-form', '/filings/forms/manager-filing'),
  within('approvals', '/approvals'),
  within('organisation', '/organisation'),
  within('whereabouts', '/whereabouts'),
  within('set-up', '/set-up'),
  within('set-up-facts', '/set-up?step=facts'),
  within('set-up-annex', '/set-up?step=annex'),
  within('set-up-people', '/set-up?step=people'),
  within('set-up-offices', '/set-up?step=offices'),
  within('set-up-filings', '/set-up?step=filings'),
  within('proof', '/proof'),
  within('one-entry', '/proof/entries/1'),
  within('checkpoint', '/proof/checkpoint'),
  within('verify-bundle', '/proof/verify'),
  after('checkpoint-made', '/proof/checkpoint', makeCheckpoint),
  after('verify-whole', '/proof/verify', verifyWhole),
  after('verify-changed', '/proof/verify', verifyChanged),
  within('client-desk', '/client-desk'),
  { name: 'auditor-desk', filled: `${life}/client-desk`, looker: 'auditor' },
  { name: 'auditor-duty-map', filled: `${life}/duty-map`, looker: 'auditor' },
  { name: 'auditor-register', filled: `${life}/registers/take-out`, looker: 'auditor' },
];
