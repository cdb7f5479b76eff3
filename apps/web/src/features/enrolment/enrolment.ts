import type { AnswerOf } from '../../api/call.ts';

/** What the authenticator app is given. */
export type Enrolment = AnswerOf<'acceptSetUp'>;
