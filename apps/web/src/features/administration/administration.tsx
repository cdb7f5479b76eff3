import { Frame } from '../../layout/frame.tsx';
import { SignedIn } from '../../layout/signed-in.tsx';
import { Page } from '../../ui/page.tsx';
import { Accounts } from './accounts.tsx';
import { Backups } from './backups.tsx';
import { Invite } from './invite.tsx';
import { Machine } from './machine.tsx';
import { messages } from './messages.ts';

/** 管理: people who sign in, and for administrators the machine and its contracts. */
export function Administration() {
  return (
    <SignedIn>
      {(session) => (
        <Frame session={session}>
          <Page title={messages.title} lead={messages.lead}>
            <div className="flex flex-col gap-10">
              <Accounts isAdministrator={session.isAdministrator} />
              <Invite isAdministrator={session.isAdministrator} />
              {session.isAdministrator && <Machine />}
              {session.isAdministrator && <Backups />}
            </div>
          </Page>
        </Frame>
      )}
    </SignedIn>
  );
}
