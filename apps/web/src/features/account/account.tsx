import { useAnswer } from '../../api/use-answer.ts';
import { Frame } from '../../layout/frame.tsx';
import { SignedIn } from '../../layout/signed-in.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Answered } from '../../ui/states.tsx';
import { ChangePassword } from './change-password.tsx';
import { Factors } from './factors.tsx';
import { SignInHistory } from './sign-in-history.tsx';
import { messages } from './messages.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { Sessions } from './sessions.tsx';

/** アカウント: who one is here, how one signs in, and where one is signed in. */
export function Account() {
  return (
    <SignedIn>
      {(session) => (
        <Frame session={session}>
          <Page title={messages.title} lead={messages.lead}>
            <Parts account={session.account} />
          </Page>
        </Frame>
      )}
    </SignedIn>
  );
}

function Parts({ account }: { readonly account: string }) {
  const asked = useAnswer('account', {});
  return (
    <Answered asked={asked}>
      {(own) => (
        <div className="flex flex-col gap-10">
          <Section title={messages.profile}>
            <dl className="flex flex-wrap gap-x-10 gap-y-3">
              <div>
                <dt className="text-dns-14B-130">{messages.displayName}</dt>
                <dd>{own.displayName}</dd>
              </div>
              <div>
                <dt className="text-dns-14B-130">{messages.signInId}</dt>
                <dd>{own.signInId}</dd>
              </div>
              <div>
                <dt className="text-dns-14B-130">{messages.lastSignInAt}</dt>
                <dd>
                  {own.lastSignInAt === null ? (
                    messages.never
                  ) : (
                    <EraMoment moment={own.lastSignInAt} />
                  )}
                </dd>
              </div>
            </dl>
          </Section>
          <Sessions />
          <Factors account={account} factors={own.factors} />
          <RecoveryCodes left={own.recoveryCodesLeft} />
          <ChangePassword />
          <SignInHistory account={account} />
        </div>
      )}
    </Answered>
  );
}
