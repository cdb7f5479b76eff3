import type { Route } from './route.ts';
import { accountRoutes } from './routes/account.ts';
import { administrationRoutes } from './routes/administration.ts';
import { caseRoutes } from './routes/cases.ts';
import { connectionRoutes } from './routes/connection.ts';
import { contractRoutes } from './routes/contract.ts';
import { deviceRoutes } from './routes/devices.ts';
import { importRoutes } from './routes/imports.ts';
import { proofRoutes } from './routes/proof.ts';
import { enrolmentRoutes, sessionRoutes } from './routes/session.ts';
import { upkeepRoutes } from './routes/upkeep.ts';
import { viewRoutes } from './routes/views.ts';
import { wordFormRoutes } from './routes/word-forms.ts';

/** Every route of the API, by name. */
export const routes = {
  ...sessionRoutes,
  ...enrolmentRoutes,
  ...accountRoutes,
  ...administrationRoutes,
  ...deviceRoutes,
  ...connectionRoutes,
  ...contractRoutes,
  ...caseRoutes,
  ...importRoutes,
  ...proofRoutes,
  ...upkeepRoutes,
  ...viewRoutes,
  ...wordFormRoutes,
} as const satisfies Readonly<Record<string, Route>>;

/** Name of a route. */
export type RouteName = keyof typeof routes;

/** Where the routes stand. */
export const apiRoot = '/api/v1';
