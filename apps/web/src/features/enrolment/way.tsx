import type { Result } from '@kanribo/kernel';
import { type ReactNode, useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { Page } from '../../ui/page.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import type { Enrolment } from './enrolment.ts';
import { messages } from './messages.ts';
import { NewPassword } from './new-password.tsx';
import { PasskeyEnrolment } from './passkey-enrolment.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpEnrolment } from './totp-enrolment.tsx';

const { steps } = messages;
const wayOfSteps = [
  { key: 'password', title: steps.password },
  { key: 'totp', title: steps.totp },
  { key: 'codes', title: steps.codes },
] as const;

type At =
  | { readonly step: 'password' }
  | { readonly step: 'totp'; readonly enrolment: Enrolment }
  | { readonly step: 'codes'; readonly codes: readonly string[] };

/** Password, authenticator app, recovery codes: the account counts only after the last but one. */
export function Way({
  title,
  lead,
  isFit,
  onTried,
  accept,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  /** Whether what stands in `children` can be sent. */
  readonly isFit: boolean;
  readonly onTried?: () => void;
  readonly accept: (password: string) => Promise<Result<Enrolment, Problem>>;
  readonly children: ReactNode;
}) {
  const [at, setAt] = useState<At>({ step: 'password' });
  return (
    <Page title={title} lead={at.step === 'password' ? lead : undefined}>
      <Stepper steps={wayOfSteps} current={at.step} />
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
