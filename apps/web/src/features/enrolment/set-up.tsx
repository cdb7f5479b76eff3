import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { TextField } from '../../ui/text-field.tsx';
import { Answered } from '../../ui/states.tsx';
import { isLoopback, plainHost } from '../connection/reached.ts';
import { LinkOpened } from './link-opened.tsx';
import { messages } from './messages.ts';
import { Way } from './way.tsx';
import { Unusable } from './unusable.tsx';

const signInIdShape = /^[a-z0-9._-]{3,40}$/u;

/** The one-time link of the first start: makes the first administrator. */
export function SetUp() {
  return (
    <LinkOpened title={messages.setUpTitle}>
      {(token) => <FirstAdministrator token={token} />}
    </LinkOpened>
  );
}

function FirstAdministrator({ token }: { readonly token: string }) {
  const asked = useAnswer('setUpLink', { body: { token } }, { isAskedOnce: true });
  const [signInId, setSignInId] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [isTried, setTried] = useState(false);
  const plainId = signInId.normalize('NFKC').trim().toLowerCase();
  const name = displayName.trim();
  const isIdFit = signInIdShape.test(plainId);
  const isNameFit = name !== '' && name.length <= 60;
  return (
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
                body: { token, signInId: plainId, displayName: name, password },
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
          <Unusable title={messages.setUpTitle} remedy={messages.unusableSetUp} />
        )
      }
    </Answered>
  );
}
