import { useRef } from 'react';
import { type AnswerOf, call } from '../../api/call.ts';
import { freshCommandId } from '../../api/command-id.ts';
import { type Deed, useDeed } from '../../api/use-deed.ts';
import type { CommandBody } from '../../api/use-record.ts';

interface SendingOptions {
  readonly contract: string;
  readonly subject: { readonly id: string; readonly version: number } | undefined;
  /** Whether the software does it: then its time is that of the attempt. */
  readonly isAct: boolean;
}

/** Sends a step; the same one sent again after a broken connection is one entry, at one time. */
export function useStepSending({
  contract,
  subject,
  isAct,
}: SendingOptions): Deed<[CommandBody], AnswerOf<'execute'>> {
  const attempt = useRef(noAttempt);
  return useDeed(async (body: CommandBody) => {
    const said = JSON.stringify(isAct ? { ...body, occurredAt: '' } : body);
    if (attempt.current.said !== said) {
      attempt.current = { said, idempotencyKey: freshCommandId(), occurredAt: body.occurredAt };
    }
    const { idempotencyKey, occurredAt } = attempt.current;
    const answered = await call('execute', {
      params: { contract },
      body: { ...body, occurredAt },
      idempotencyKey,
      ...(subject !== undefined && { ifMatch: subject.version }),
    });
    // It is known what became of it: the next attempt is another one, at its own time.
    if (answered.ok || refusing.has(answered.error.code)) attempt.current = noAttempt;
    return answered;
  });
}

const noAttempt = { said: '', idempotencyKey: '', occurredAt: '' };

/** Answers after which nothing can have been recorded. */
const refusing: ReadonlySet<string> = new Set([
  'refused',
  'misfit',
  'not-allowed',
  'malformed',
  'changed-meanwhile',
  'reauthentication-needed',
]);
