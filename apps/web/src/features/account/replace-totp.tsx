import { type FormEvent, useState } from 'react';
import { type AnswerOf, call } from '../../api/call.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';
import { useProvenDeed } from './use-proven-deed.tsx';

type Begun = AnswerOf<'totpCreation'>;

interface Replacing {
  readonly endOthers: boolean;
  readonly onReplaced: () => void;
}

/** Another authenticator app in place of the one there is. */
export function ReplaceTotp(replacing: Replacing) {
  const [begun, setBegun] = useState<Begun>();
  const beginning = useProvenDeed(() => call('totpCreation', {}), setBegun);
  if (begun !== undefined) return <ConfirmTotp begun={begun} {...replacing} />;
  return (
    <div className="flex flex-col gap-5">
      <p>{messages.totpLead}</p>
      <ProblemNotice problem={beginning.problem} title={messages.refused} />
      <Button look="solid" disabled={beginning.isHeld} onClick={() => void beginning.run()}>
        {messages.replaceTotp}
      </Button>
      {beginning.dialog}
    </div>
  );
}

function ConfirmTotp({ begun, endOthers, onReplaced }: Replacing & { readonly begun: Begun }) {
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  const plain = code.normalize('NFKC').replaceAll(/\s/gu, '');
  const isFit = /^\d{6}$/u.test(plain);
  const body = { factor: begun.factor, code: plain, endOthers };
  const confirming = useProvenDeed(() => call('addTotp', { body }), onReplaced);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isFit) void confirming.run();
  };
  return (
    <>
      <form onSubmit={submit} noValidate className="flex flex-col gap-5">
        <p>{messages.totpLead}</p>
        <QrCode text={begun.otpauth} label={messages.totpQr} />
        <p>{messages.totpManual}</p>
        <p className="font-mono text-mono-17B-150 break-all select-all">{begun.secret}</p>
        <TextField
          label={messages.code}
          isRequired
          problem={isTried && !isFit ? messages.codeProblem : undefined}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
        />
        <ProblemNotice problem={confirming.problem} title={messages.refused} />
        <Button look="solid" type="submit" disabled={confirming.isHeld}>
          {messages.confirm}
        </Button>
      </form>
      {confirming.dialog}
    </>
  );
}
