import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.ts';
import { useDeed } from '../../api/use-deed.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';
import type { Enrolment } from './enrolment.ts';

/** The authenticator app reads the code, and shows that it has by its first number. */
export function TotpEnrolment({
  enrolment,
  onConfirmed,
}: {
  readonly enrolment: Enrolment;
  readonly onConfirmed: (codes: readonly string[]) => void;
}) {
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  const plain = code.normalize('NFKC').replaceAll(/\s/gu, '');
  const isFit = /^\d{6}$/u.test(plain);
  const confirming = useDeed(async () => {
    const confirmed = await call('confirmEnrolment', {
      body: { token: enrolment.token, code: plain },
    });
    if (confirmed.ok) onConfirmed(confirmed.value.recoveryCodes);
    return confirmed;
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isFit) void confirming.run();
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      <p>{messages.totpLead}</p>
      <QrCode text={enrolment.otpauth} label={messages.qr} />
      <div>
        <p>{messages.manual}</p>
        <p className="font-mono text-mono-17B-150 break-all select-all">
          {enrolment.secret.replaceAll(/(.{4})(?=.)/gu, '$1 ')}
        </p>
      </div>
      <TextField
        label={messages.code}
        isRequired
        hint={messages.codeHint}
        problem={isTried && !isFit ? messages.codeProblem : undefined}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
      />
      <ProblemNotice problem={confirming.problem} title={messages.refused} />
      <Button look="solid" type="submit" disabled={confirming.isHeld}>
        {confirming.isUnderWay ? messages.busy : messages.next}
      </Button>
    </form>
  );
}
