import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.ts';
import { useDeed } from '../../api/use-deed.ts';
import { useTakeSession } from '../../api/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';

const ways = {
  totp: {
    route: 'confirmTotp',
    label: messages.code,
    hint: messages.codeHint,
    problem: messages.codeProblem,
    shape: /^\d{6}$/u,
  },
  'recovery-code': {
    route: 'useRecoveryCode',
    label: messages.recoveryCode,
    hint: messages.recoveryHint,
    problem: messages.recoveryProblem,
    shape: /^.{8,40}$/u,
  },
} as const;

/** A code typed by hand: of the authenticator app, or one of the recovery codes. */
export function CodeForm({ kind }: { readonly kind: keyof typeof ways }) {
  const { route, label, hint, problem, shape } = ways[kind];
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  const take = useTakeSession();
  const plain = code.normalize('NFKC').replaceAll(/\s/gu, '');
  const isFit = shape.test(plain);
  const confirming = useDeed(async () => {
    const answered = await call(route, { body: { code: plain } });
    if (answered.ok) take(answered.value);
    return answered;
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isFit) void confirming.run();
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      <TextField
        label={label}
        isRequired
        hint={hint}
        problem={isTried && !isFit ? problem : undefined}
        autoComplete="one-time-code"
        inputMode={kind === 'totp' ? 'numeric' : 'text'}
        spellCheck={false}
        value={code}
        onChange={setCode}
      />
      <ProblemNotice problem={confirming.problem} title={messages.refused} />
      <Button look="solid" type="submit" disabled={confirming.isHeld}>
        {confirming.isUnderWay ? messages.busy : messages.confirm}
      </Button>
    </form>
  );
}
