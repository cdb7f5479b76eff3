import { Frame } from '../../layout/frame.tsx';
import { SignedIn } from '../../layout/signed-in.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { messages as connectionMessages } from '../connection/messages.ts';
import { Accounts } from './accounts.tsx';
import { backupMessages } from './backup-messages.ts';
import { Backups } from './backups.tsx';
import { CertificateDevices } from './certificate-devices.tsx';
import { deviceMessages } from './device-messages.ts';
import { Invite } from './invite.tsx';
import { KeptContracts } from './kept-contracts.tsx';
import { Machine } from './machine.tsx';
import { messages } from './messages.ts';

/** The parts of the screen, and whether they are an administrator's alone. */
const parts = [
  { id: 'contracts', title: messages.contracts, isForAll: false },
  { id: 'open-contract', title: messages.openContract, isForAll: false },
  { id: 'accounts', title: messages.accounts, isForAll: true },
  { id: 'invite', title: messages.invite, isForAll: true },
  { id: 'devices', title: deviceMessages.title, isForAll: false },
  { id: 'machine', title: messages.machine, isForAll: false },
  { id: 'connection', title: connectionMessages.title, isForAll: false },
  { id: 'backups', title: backupMessages.title, isForAll: false },
] as const;

/** 管理: people who sign in, and for administrators the machine and its contracts. */
export function Administration() {
  return (
    <SignedIn>
      {(session) => (
        <Frame session={session}>
          <Page title={messages.title} lead={messages.lead}>
            <Contents isAdministrator={session.isAdministrator} />
            <div className="flex flex-col gap-10">
              {session.administersElsewhere && (
                <Notice kind="warning" title={deviceMessages.elsewhere} isLive={false}>
                  <p>{deviceMessages.elsewhereLead}</p>
                </Notice>
              )}
              {session.isAdministrator && <KeptContracts />}
              <Accounts isAdministrator={session.isAdministrator} />
              <Invite isAdministrator={session.isAdministrator} />
              {session.isAdministrator && <CertificateDevices />}
              {session.isAdministrator && <Machine />}
              {session.isAdministrator && <Backups />}
            </div>
          </Page>
        </Frame>
      )}
    </SignedIn>
  );
}

/** Leads to each part of the screen, which is long where there are many accounts. */
function Contents({ isAdministrator }: { readonly isAdministrator: boolean }) {
  return (
    <nav aria-label={messages.contents} className="print:hidden">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {parts
          .filter(({ isForAll }) => isForAll || isAdministrator)
          .map(({ id, title }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="inline-flex min-h-8 items-center text-key-900 underline underline-offset-4"
              >
                {title}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
