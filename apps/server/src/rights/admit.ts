import type { Route } from '@kanribo/api';
import type {
  Accounts,
  Audit,
  FullSession,
  PendingSession,
  ShownCertificate,
} from '@kanribo/application';
import { type Day, type Result, addDays, dayOf, err, ok } from '@kanribo/kernel';
import type { Held, Member } from '../http/handle.ts';
import type { Problem } from '../http/problem.ts';
import { accountProblem } from '../sign-in/account-problem.ts';

/** Who sends a request, once a route is open to them. */
export interface Admitted {
  readonly held: Held<PendingSession | FullSession> | undefined;
  readonly member: Member | undefined;
}

/** What of a request tells who sends it, and about which contract. */
export interface Asked {
  readonly token: string | undefined;
  /** The contract in the path, as it was typed. */
  readonly contract: string | undefined;
  /** The client certificate of its connection, where that shows one that counts. */
  readonly certificate: ShownCertificate | null;
}

/**
 * Whether a route is open to who sends a request. A contract somebody has no part in is not found,
 * whether it is there or not; what one may do in one's own is decided by the domain.
 */
export async function admit(
  accounts: Pick<Accounts, 'session'>,
  route: Pick<Route, 'audience'>,
  { token, contract, certificate }: Asked,
): Promise<Result<Admitted, Problem>> {
  const session = token === undefined ? undefined : await accounts.session(token, certificate);
  const held = token === undefined || session === undefined ? undefined : { token, session };
  if (route.audience === 'anybody') return ok({ held, member: undefined });
  if (held === undefined) return err({ code: 'signed-out' });
  if (route.audience === 'pending') {
    return held.session.kind === 'pending'
      ? ok({ held, member: undefined })
      : err({ code: 'not-allowed' });
  }
  if (held.session.kind === 'pending') return err({ code: 'second-factor-needed' });
  const { isAdministrator, administersElsewhere } = held.session;
  if (route.audience === 'signed-in') return ok({ held, member: undefined });
  if (route.audience === 'administrator') {
    if (administersElsewhere) return accountProblem({ code: 'device-needed' });
    return isAdministrator ? ok({ held, member: undefined }) : err({ code: 'not-allowed' });
  }
  const member = membershipsOf(held.session).find((one) => one.contract === contract);
  return member === undefined ? err({ code: 'not-found' }) : ok({ held, member });
}

/** The contracts an account takes part in: as a person of them, or as external auditor. */
export function membershipsOf({ account, bindings, audits }: Parted): readonly Member[] {
  const bound = new Set<string>(bindings.map(({ contract }) => contract));
  const looking = audits
    .filter(({ contract }) => !bound.has(contract))
    .map((audit) => ({
      contract: audit.contract,
      person: account,
      audit: { until: lastDayOf(audit), mayLook: true },
    }));
  return [...bindings, ...looking];
}

type Parted = Pick<FullSession, 'account' | 'bindings' | 'audits'>;

/** The last day an auditor may look on; one who was ended before is past it at once. */
function lastDayOf({ until, endedAt }: Audit): Day {
  return endedAt === null ? until : addDays(dayOf(endedAt), -1);
}
