import type { RouteName } from '@kanribo/api';
import type { BoundHandler } from '../http/handle.ts';
import type { ServerSettings } from '../http/settings.ts';
import type { Parts } from '../parts.ts';
import { auditorsOnlyLook } from '../rights/auditor-routes.ts';
import { fewAtOnce } from '../rights/few-at-once.ts';
import { accountHandlers } from './account-handlers.ts';
import { administrationHandlers } from './administration-handlers.ts';
import { caseHandlers } from './case-handlers.ts';
import { commandHandlers } from './command-handlers.ts';
import { connectionHandlers } from './connection-handlers.ts';
import { contractHandlers } from './contract-handlers.ts';
import { deviceHandlers } from './device-handlers.ts';
import { enrolmentHandlers } from './enrolment-handlers.ts';
import { evidenceHandlers } from './evidence-handlers.ts';
import { importHandlers } from './import-handlers.ts';
import { paperHandlers } from './paper-handlers.ts';
import { proofHandlers } from './proof-handlers.ts';
import { sessionHandlers } from './session-handlers.ts';
import { upkeepHandlers } from './upkeep-handlers.ts';
import { viewHandlers } from './view-handlers.ts';
import { wordFormHandlers } from './word-form-handlers.ts';

/** The handler of every route; a route without one does not compile. */
export function handlersOf(
  parts: Parts,
  settings: ServerSettings,
): Readonly<Record<RouteName, BoundHandler>> {
  const handlers = {
    ...sessionHandlers(parts),
    ...enrolmentHandlers(parts),
    ...accountHandlers(parts),
    ...administrationHandlers(parts),
    ...connectionHandlers(parts, settings),
    ...deviceHandlers(parts, settings),
    ...contractHandlers(parts),
    ...caseHandlers(parts),
    ...commandHandlers(parts),
    ...importHandlers(parts),
    ...proofHandlers(parts),
    ...evidenceHandlers(parts),
    ...paperHandlers(parts),
    ...upkeepHandlers(parts),
    ...viewHandlers(parts),
    ...wordFormHandlers(parts),
  };
  return fewAtOnce(auditorsOnlyLook(parts, handlers));
}
