import type { AnswerOf } from '../../api/call.ts';

/** An account as those who administer it see it. */
export type ListedAccount = AnswerOf<'accounts'>['accounts'][number];
