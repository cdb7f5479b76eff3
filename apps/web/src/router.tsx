import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { type SetUpStep, isSetUpStep } from './features/set-up/steps.ts';
import { lineChoiceIn } from './features/registers/line-choice-in.ts';
import { thingChoiceIn } from './features/whereabouts/thing-choice-in.ts';
import { Broken, NotFound } from './layout/fallbacks.tsx';
import { Loading } from './ui/states.tsx';

const root = createRootRoute({ notFoundComponent: NotFound });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./features/contracts/start.tsx'), 'Start'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ back }): { back?: string } =>
    typeof back === 'string' && /^\/(?!\/)/u.test(back) ? { back } : {},
  component: lazyRouteComponent(() => import('./features/sign-in/sign-in.tsx'), 'SignIn'),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./features/enrolment/set-up.tsx'), 'SetUp'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./features/enrolment/invitation.tsx'), 'Invitation'),
});

const contracts = createRoute({
  getParentRoute: () => root,
  path: '/contracts',
  validateSearch: ({ handedOver }): { handedOver?: string } =>
    typeof handedOver === 'string' ? { handedOver } : {},
  component: lazyRouteComponent(() => import('./features/contracts/contracts.tsx'), 'Contracts'),
});

const contract = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract',
  component: lazyRouteComponent(() => import('./layout/contract-shell.tsx'), 'ContractShell'),
});

const today = createRoute({
  getParentRoute: () => contract,
  path: '/',
  component: lazyRouteComponent(() => import('./features/today/today.tsx'), 'Today'),
});

const dutyMap = createRoute({
  getParentRoute: () => contract,
  path: '/duty-map',
  validateSearch: ({ day, reading, duty }): { day?: string; reading?: 'known'; duty?: string } => ({
    ...(typeof day === 'string' && { day }),
    ...(reading === 'known' && { reading }),
    ...(typeof duty === 'string' && { duty }),
  }),
  component: lazyRouteComponent(() => import('./features/duty-map/duty-map.tsx'), 'DutyMap'),
});

const registers = createRoute({
  getParentRoute: () => contract,
  path: '/registers',
  component: lazyRouteComponent(() => import('./features/registers/lists.tsx'), 'Registers'),
});

const filings = createRoute({
  getParentRoute: () => contract,
  path: '/filings',
  component: lazyRouteComponent(() => import('./features/filings/filings.tsx'), 'FilingDesk'),
});

const approvals = createRoute({
  getParentRoute: () => contract,
  path: '/approvals',
  component: lazyRouteComponent(() => import('./features/approvals/approvals.tsx'), 'ApprovalDesk'),
});

const basics = createRoute({
  getParentRoute: () => contract,
  path: '/basics',
  component: lazyRouteComponent(() => import('./features/registers/lists.tsx'), 'Basics'),
});

const register = createRoute({
  getParentRoute: () => contract,
  path: '/registers/$declaration',
  validateSearch: lineChoiceIn,
  component: lazyRouteComponent(() => import('./features/registers/register.tsx'), 'Register'),
});

const newCase = createRoute({
  getParentRoute: () => contract,
  path: '/registers/$declaration/new/$step',
  component: lazyRouteComponent(() => import('./features/registers/new-case.tsx'), 'NewCase'),
});

const importRegister = createRoute({
  getParentRoute: () => contract,
  path: '/registers/$declaration/import',
  component: lazyRouteComponent(
    () => import('./features/registers/import/import-register.tsx'),
    'ImportRegister',
  ),
});

const oneCase = createRoute({
  getParentRoute: () => contract,
  path: '/cases/$case',
  validateSearch: ({ step }): { step?: string } => (typeof step === 'string' ? { step } : {}),
  component: lazyRouteComponent(() => import('./features/cases/one-case.tsx'), 'OneCase'),
});

const setUpOfContract = createRoute({
  getParentRoute: () => contract,
  path: '/set-up',
  validateSearch: ({ step }): { step?: SetUpStep } => (isSetUpStep(step) ? { step } : {}),
  component: lazyRouteComponent(() => import('./features/set-up/set-up.tsx'), 'ContractSetUp'),
});

const organisation = createRoute({
  getParentRoute: () => contract,
  path: '/organisation',
  component: lazyRouteComponent(
    () => import('./features/organisation/organisation.tsx'),
    'Organisation',
  ),
});

const oneFiling = createRoute({
  getParentRoute: () => contract,
  path: '/filings/$case',
  component: lazyRouteComponent(() => import('./features/filings/one-filing.tsx'), 'OneFiling'),
});

const wordForms = createRoute({
  getParentRoute: () => contract,
  path: '/filings/forms',
  component: lazyRouteComponent(() => import('./features/word-forms/forms-list.tsx'), 'WordForms'),
});

const oneWordForm = createRoute({
  getParentRoute: () => contract,
  path: '/filings/forms/$filing',
  component: lazyRouteComponent(() => import('./features/word-forms/one-form.tsx'), 'OneWordForm'),
});

const whereabouts = createRoute({
  getParentRoute: () => contract,
  path: '/whereabouts',
  validateSearch: thingChoiceIn,
  component: lazyRouteComponent(
    () => import('./features/whereabouts/whereabouts.tsx'),
    'Whereabouts',
  ),
});

const proof = createRoute({
  getParentRoute: () => contract,
  path: '/proof',
  component: lazyRouteComponent(() => import('./features/proof/entries.tsx'), 'ProofEntries'),
});

const oneEntry = createRoute({
  getParentRoute: () => contract,
  path: '/proof/entries/$sequence',
  component: lazyRouteComponent(() => import('./features/proof/one-entry.tsx'), 'OneEntry'),
});

const checkpoint = createRoute({
  getParentRoute: () => contract,
  path: '/proof/checkpoint',
  component: lazyRouteComponent(() => import('./features/proof/checkpoint.tsx'), 'Checkpoint'),
});

const verifyBundle = createRoute({
  getParentRoute: () => contract,
  path: '/proof/verify',
  component: lazyRouteComponent(() => import('./features/proof/verify-bundle.tsx'), 'VerifyBundle'),
});

const clientDesk = createRoute({
  getParentRoute: () => contract,
  path: '/client-desk',
  component: lazyRouteComponent(
    () => import('./features/client-desk/client-desk.tsx'),
    'ClientDesk',
  ),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./features/account/account.tsx'), 'Account'),
});

const administration = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  component: lazyRouteComponent(
    () => import('./features/administration/administration.tsx'),
    'Administration',
  ),
});

const restoreSteps = createRoute({
  getParentRoute: () => root,
  path: '/administration/restore',
  component: lazyRouteComponent(
    () => import('./features/administration/restore-steps.tsx'),
    'RestoreSteps',
  ),
});

const tree = root.addChildren([
  start,
  signIn,
  setUp,
  invitation,
  contracts,
  account,
  administration,
  restoreSteps,
  contract.addChildren([
    today,
    dutyMap,
    registers,
    filings,
    approvals,
    basics,
    register,
    newCase,
    importRegister,
    oneCase,
    setUpOfContract,
    organisation,
    oneFiling,
    wordForms,
    oneWordForm,
    whereabouts,
    proof,
    oneEntry,
    checkpoint,
    verifyBundle,
    clientDesk,
  ]),
]);

/** Every address of the screens; each screen's code is fetched when it is first opened. */
export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: () => <Loading />,
  defaultErrorComponent: Broken,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
