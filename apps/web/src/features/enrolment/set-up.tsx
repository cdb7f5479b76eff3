import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { OpenFrame } from '../../layout/frame.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Answered } from '../../ui/states.tsx';
import { isLoopback, plainHost } from '../connection/reached.ts';
import { messages } from './messages.ts';
import { Way } from './way.tsx';
import { Unusable } from './unusable.tsx';

const signInIdShape = /^[a-z0-9._-]{3,40}$/u;

/** The one-time link of the first start: makes the first administrator. */
export function SetUp() {
  const { token } = useParams({ from: '/set-up/$token' });
  const asked = useAnswer('setUpLink', { params: { token } });
  const [signInId, setSignInId] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [isTried, setTried] = useState(false);
  const plainId = signInId.normalize('NFKC').trim().toLowerCase();
  const name = displayName.trim();
  const isIdFit = signInIdShape.test(plainId);
  const isNameFit = name !== '' && name.length <= 60;
  return (
    <OpenFrame>
      <Answered asked={asked} title={messages.setUpTitle}>
        {({ usable }) =>
          usable ? (
            <Way
              title={messages.setUpTitle}
              lead={messages.setUpLead}
              isConnectionShown={!isLoopback(plainHost(window.location.hostname))}
              isFit={isIdFit && isNameFit}
              onTried={() => setTried(true)}
              accept={(password) =>
                call('acceptSetUp', {
                  params: { token },
                  body: { signInId: plainId, displayName: name, password },
                })
              }
            >
              <TextField
                label={messages.signInId}
                isRequired
                hint={messages.signInIdHint}
                problem={isTried && !isIdFit ? messages.signInIdProblem : undefined}
                autoComplete="username"
                spellCheck={false}
                value={signInId}
                onChange={setSignInId}
              />
              <TextField
                label={messages.displayName}
                isRequired
                problem={isTried && !isNameFit ? messages.displayNameProblem : undefined}
                autoComplete="name"
                value={displayName}
                onChange={setDisplayName}
              />
            </Way>
          ) : (
            <Unusable title={messages.setUpTitle} />
          )
        }
      </Answered>
    </OpenFrame>
  );
}
