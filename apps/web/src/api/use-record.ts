import { useRef } from 'react';
import { type AnswerOf, call } from './call.ts';
import { freshCommandId } from './command-id.ts';
import { serverNow } from './server-clock.ts';
import { useRenewal } from './use-answer.ts';
import { type Deed, useDeed } from './use-deed.ts';

/** What is recorded, as the route takes it. */
export type CommandBody = Parameters<typeof call<'execute'>>[1]['body'];

/** A step a screen records without a form of its own. */
export interface StepToRecord extends Pick<CommandBody, 'declaration' | 'step' | 'values'> {
  /** The case that takes it and its last entry; undefined opens a case. */
  readonly subject?: { readonly id: string; readonly version: number };
}

/** Records a step as of now; sent again after a broken connection it is one entry. */
export function useRecord(contract: string): Deed<[StepToRecord], AnswerOf<'execute'>> {
  const renew = useRenewal();
  const attempt = useRef({ said: '', idempotencyKey: '' });
  return useDeed(async (given: StepToRecord) => {
    const { declaration, step, values, subject } = given;
    const said = JSON.stringify(given);
    if (attempt.current.said !== said) attempt.current = { said, idempotencyKey: freshCommandId() };
    const { idempotencyKey } = attempt.current;
    const about = { declaration, step, values, case: subject?.id ?? null };
    const answered = await call('execute', {
      params: { contract },
      body: { ...about, occurredAt: serverNow(), falseAlarms: [] },
      idempotencyKey,
      ...(subject !== undefined && { ifMatch: subject.version }),
    });
    if (answered.ok) {
      attempt.current = { said: '', idempotencyKey: '' };
      void renew();
    }
    return answered;
  });
}
