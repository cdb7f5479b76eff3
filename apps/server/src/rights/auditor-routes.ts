import { type RouteName, routes } from '@kanribo/api';
import { err } from '@kanribo/kernel';
import { lookAt } from '../contracts/looking.ts';
import type { BoundHandler } from '../http/handle.ts';
import type { Parts } from '../parts.ts';

/** What of a contract is open to its external auditors: looking, without names, files or papers. */
const open: ReadonlySet<string> = new Set<RouteName>([
  'contract',
  'declarations',
  'dutyMap',
  'register',
  'case',
  'whereabouts',
  'entries',
  'entryProof',
  'clientWords',
  'subcontracts',
  'verifierKey',
]);

type Handlers = Readonly<Record<RouteName, BoundHandler>>;

/** Lets external auditors look at what is open to them; everything else is refused, and entered. */
export function auditorsOnlyLook(parts: Parts, handlers: Handlers): Handlers {
  const guarded: Record<RouteName, BoundHandler> = { ...handlers };
  for (const name of Object.keys(routes).filter((one): one is RouteName => one in routes)) {
    if (handlers[name].route.audience === 'contract' && !open.has(name)) {
      guarded[name] = closedToAuditors(parts, handlers[name]);
    }
  }
  return guarded;
}

function closedToAuditors(parts: Parts, handler: BoundHandler): BoundHandler {
  return {
    route: handler.route,
    run: async (raw) => {
      const { member } = raw;
      if (member?.audit === undefined) return handler.run(raw);
      const closed = { ...member, audit: { ...member.audit, mayLook: false } };
      const seen = await lookAt(parts, closed, { at: 'roles', subjects: [] });
      return seen.ok ? err({ code: 'not-allowed' }) : seen;
    },
  };
}
