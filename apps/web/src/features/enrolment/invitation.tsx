import { useParams } from '@tanstack/react-router';
import { call } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { OpenFrame } from '../../layout/frame.tsx';
import { Answered } from '../../ui/states.tsx';
import { messages } from './messages.ts';
import { Unusable } from './unusable.tsx';
import { Way } from './way.tsx';

/** An invitation: the ID is given, the password is one's own. */
export function Invitation() {
  const { token } = useParams({ from: '/invitations/$token' });
  const asked = useAnswer('invitation', { params: { token } });
  return (
    <OpenFrame>
      <Answered asked={asked} title={messages.invitationTitle}>
        {({ usable, signInId, displayName }) =>
          usable ? (
            <Way
              title={messages.invitationTitle}
              lead={messages.invitationLead}
              isFit
              accept={(password) =>
                call('acceptInvitation', { params: { token }, body: { password } })
              }
            >
              {signInId !== undefined && <p>{messages.yourId(signInId, displayName ?? '')}</p>}
            </Way>
          ) : (
            <Unusable title={messages.invitationTitle} />
          )
        }
      </Answered>
    </OpenFrame>
  );
}
