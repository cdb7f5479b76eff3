import { Link, useSearch } from '@tanstack/react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { Frame } from '../../layout/frame.tsx';
import { layoutMessages } from '../../layout/messages.ts';
import { SignedIn } from '../../layout/signed-in.tsx';
import { roleTitle } from '../../roles.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Sign } from '../../ui/sign.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { messages } from './messages.ts';

/** The contracts somebody has a part in. */
export function Contracts() {
  const asked = useAnswer('contracts', {});
  const { handedOver } = useSearch({ from: '/contracts' });
  return (
    <SignedIn>
      {(session) => (
        <Frame session={session}>
          <Page title={messages.title} lead={messages.lead}>
            {handedOver !== undefined && (
              <Notice kind="success" title={messages.handedOver(handedOver)}>
                <p>{messages.handedOverLead}</p>
              </Notice>
            )}
            <Answered asked={asked}>
              {({ contracts }) =>
                contracts.length === 0 ? (
                  <Empty title={messages.empty}>
                    {session.isAdministrator ? (
                      <>
                        <p>{messages.emptyForAdministrator}</p>
                        <Link to="/administration" className={buttonClass('solid')}>
                          {messages.toAdministration}
                        </Link>
                      </>
                    ) : (
                      <p>{messages.emptyLead}</p>
                    )}
                  </Empty>
                ) : (
                  <ul className="grid gap-3 lg:grid-cols-2">
                    {contracts.map(({ id, title, roles }) => (
                      <li key={id}>
                        <Link
                          to="/contracts/$contract"
                          params={{ contract: id }}
                          className="flex h-full items-center gap-4 rounded-12 border border-solid-gray-420 p-5 hover:border-key-900 hover:bg-key-50 hover:underline"
                        >
                          <span className="flex flex-1 flex-col">
                            <span className="text-std-18B-160 text-key-900">
                              {layoutMessages.contractTitle({ id, title })}
                            </span>
                            <span className="text-dns-14N-130 text-solid-gray-700">
                              {messages.roles(roles.map(roleTitle))}
                            </span>
                          </span>
                          <Sign name="open" className="size-6 text-key-900" />
                        </Link>
                      </li>
                    ))}
                  </ul>
                )
              }
            </Answered>
          </Page>
        </Frame>
      )}
    </SignedIn>
  );
}
