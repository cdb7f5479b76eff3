import { Link, Outlet, useParams } from '@tanstack/react-router';
import { createContext, use } from 'react';
import type { AnswerOf } from '../api/call.ts';
import { clockDifferenceMinutes } from '../api/server-clock.ts';
import { type Asked, useAnswer } from '../api/use-answer.ts';
import { Notice } from '../ui/notice.tsx';
import { Answered } from '../ui/states.tsx';
import { useListOfScreen } from './current-screen.ts';
import { auditorScreens, destinations } from './destinations.ts';
import { Frame } from './frame.tsx';
import { layoutMessages } from './messages.ts';
import { SignedIn } from './signed-in.tsx';

/** What every screen of a contract knows of it. */
export type ContractHead = AnswerOf<'contract'>;

const Head = createContext<ContractHead | undefined>(undefined);

/** The contract the screen is about; only below `ContractShell`. */
export function useContract(): ContractHead {
  const head = use(Head);
  if (head === undefined) throw new Error('a screen of a contract stands outside its shell');
  return head;
}

/** Header and navigation around every screen of one contract. */
export function ContractShell() {
  const { contract } = useParams({ from: '/contracts/$contract' });
  const asked = useAnswer('contract', { params: { contract } });
  const title = asked.state === 'here' ? layoutMessages.contractTitle(asked.value) : '';
  return (
    <SignedIn>
      {(session) => (
        <Frame
          session={session}
          contractTitle={title}
          navigation={
            asked.state === 'failed' ? undefined : <Navigation contract={contract} asked={asked} />
          }
        >
          <Answered asked={asked} title={layoutMessages.product}>
            {(head) => (
              <Head value={head}>
                <div className="flex flex-col gap-6">
                  <Warnings head={head} />
                  <Outlet />
                </div>
              </Head>
            )}
          </Answered>
        </Frame>
      )}
    </SignedIn>
  );
}

const tolerableMinutes = 2;

function Warnings({ head }: { readonly head: ContractHead }) {
  const minutes = clockDifferenceMinutes();
  return (
    <>
      {head.readOnly && (
        <Notice kind="error" title={layoutMessages.readOnly} isLive={false}>
          <p>{layoutMessages.readOnlyLead}</p>
        </Notice>
      )}
      {Math.abs(minutes) > tolerableMinutes && (
        <p className="text-dns-14N-130 text-solid-gray-700 print:hidden">
          {layoutMessages.clocks(minutes)}
        </p>
      )}
    </>
  );
}

/** The screens open to who looks; none before it is known that the contract is. */
function Navigation({
  contract,
  asked,
}: {
  readonly contract: string;
  readonly asked: Asked<ContractHead>;
}) {
  const list = useListOfScreen(contract);
  if (asked.state !== 'here') return null;
  const isAuditor = asked.value.auditUntil !== null;
  const groups = destinations
    .map(({ group, screens }) => ({
      group,
      screens: screens.filter(({ to }) => !isAuditor || auditorScreens.has(to)),
    }))
    .filter(({ screens }) => screens.length > 0);
  return (
    <nav aria-label={layoutMessages.navigation} className="flex flex-col gap-5">
      {groups.map(({ group, screens }) => (
        <div key={group} className="flex flex-col gap-1">
          <p className="px-4 text-dns-14B-130 text-solid-gray-700">{group}</p>
          <ul className="flex flex-col">
            {screens.map(({ to, title }) => (
              <li key={to}>
                <Link
                  to={to}
                  params={{ contract }}
                  {...(to === list && { 'aria-current': 'true' })}
                  activeOptions={{ exact: list !== undefined || to === '/contracts/$contract' }}
                  className={`${place} ${to === list ? current : 'border-transparent'}`}
                  activeProps={{ className: current }}
                >
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

const place =
  'flex min-h-11 items-center rounded-8 border-s-4 px-3 text-dns-16N-130 hover:bg-solid-gray-50 hover:underline';
const current = 'border-key-900! bg-key-50 font-700 text-key-1000';
