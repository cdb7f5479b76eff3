import type { AnswerOf } from '../../api/call.ts';
import { messages } from './messages.ts';

/** An account as those who administer it see it. */
export type ListedAccount = AnswerOf<'accounts'>['accounts'][number];

/** What a person of a contract is called where only the id is known. */
export function personTitle(person: string): string {
  return person === 'set-up' ? messages.setUpPerson : person;
}
