import { call } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../ui/states.tsx';
import { LinkOpened } from './link-opened.tsx';
import { messages } from './messages.ts';
import { Unusable } from './unusable.tsx';
import { Way } from './way.tsx';

/** An invitation: the ID is given, the password is one's own. */
export function Invitation() {
  return (
    <LinkOpened title={messages.invitationTitle}>{(token) => <Invited token={token} />}</LinkOpened>
  );
}

function Invited({ token }: { readonly token: string }) {
  const asked = useAnswer('invitation', { body: { token } }, { isAskedOnce: true });
  return (
    <Answered asked={asked} title={messages.invitationTitle}>
      {({ usable, signInId, displayName }) =>
        usable ? (
          <Way
            title={messages.invitationTitle}
            lead={messages.invitationLead}
            isFit
            accept={(password) => call('acceptInvitation', { body: { token, password } })}
          >
            {signInId !== undefined && <p>{messages.yourId(signInId, displayName ?? '')}</p>}
          </Way>
        ) : (
          <Unusable title={messages.invitationTitle} remedy={messages.unusableInvitation} />
        )
      }
    </Answered>
  );
}
