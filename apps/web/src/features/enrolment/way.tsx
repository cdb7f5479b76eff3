import type { Result } from '@kanribo/kernel';
import { type ReactNode, useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import type { Enrolment } from './enrolment.ts';
import { ConnectionCheck } from '../connection/connection-check.tsx';
import { messages as connectionMessages } from '../connection/messages.ts';
import { messages } from './messages.ts';
import { NewPassword } from './new-password.tsx';
import { PasskeyEnrolment } from './passkey-enrolment.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpEnrolment } from './totp-enrolment.tsx';

const connectionStep = { key: 'connection', title: connectionMessages.step } as const;
const wayOfSteps = [
  { key: 'password', title: messages.steps.password },
  { key: 'totp', title: messages.steps.totp },
  { key: 'codes', title: messages.steps.codes },
] as const;

type At =
  | { readonly step: 'connection' }
  | { readonly step: 'password' }
  | { readonly step: 'totp'; readonly enrolment: Enrolment }
  | { readonly step: 'codes'; readonly codes: readonly string[] };

/** Password, authenticator app, recovery codes: the account counts only after the last but one. */
export function Way({
  title,
  lead,
  isConnectionShown = false,
  isFit,
  onTried,
  accept,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  /** Whether name and certificate are looked at first: what is registered is bound to the name. */
  readonly isConnectionShown?: boolean;
  /** Whether what stands in `children` can be sent. */
  readonly isFit: boolean;
  readonly onTried?: () => void;
  readonly accept: (password: string) => Promise<Result<Enrolment, Problem>>;
  readonly children: ReactNode;
}) {
  const [at, setAt] = useState<At>({ step: isConnectionShown ? 'connection' : 'password' });
  const steps = isConnectionShown ? [connectionStep, ...wayOfSteps] : wayOfSteps;
  return (
    <Page title={title} lead={at.step === 'password' ? lead : undefined}>
      <Stepper steps={steps} current={at.step} />
      {at.step === 'connection' && <Connecting onNext={() => setAt({ step: 'password' })} />}
      {at.step === 'password' && (
        <NewPassword
          isFit={isFit}
          {...(onTried && { onTried })}
          accept={accept}
          onAccepted={(enrolment) => setAt({ step: 'totp', enrolment })}
        >
          {children}
        </NewPassword>
      )}
      {at.step === 'totp' && (
        <>
          <TotpEnrolment
            enrolment={at.enrolment}
            onConfirmed={(codes) => setAt({ step: 'codes', codes })}
          />
          <PasskeyEnrolment
            token={at.enrolment.token}
            onConfirmed={(codes) => setAt({ step: 'codes', codes })}
          />
        </>
      )}
      {at.step === 'codes' && <RecoveryCodes codes={at.codes} />}
    </Page>
  );
}

function Connecting({ onNext }: { readonly onNext: () => void }) {
  return (
    <>
      <p>{connectionMessages.lead}</p>
      <ConnectionCheck />
      <div>
        <Button look="solid" onClick={onNext}>
          {connectionMessages.next}
        </Button>
      </div>
    </>
  );
}
