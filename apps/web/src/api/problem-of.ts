import { type ErrorCode, errorAnswer, errorDescriptions } from '@kanribo/api';
import { type Problem, unreachable, unreadable } from './problem.ts';

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorDescriptions, code);

/** What an answer that is not ok says; a proxy's or a stopped server's page is no answer of ours. */
export function problemOf(answer: unknown, status: number): Problem {
  const parsed = errorAnswer.safeParse(answer);
  if (!parsed.success) return status >= 502 ? unreachable : unreadable;
  const { code, ...said } = parsed.data;
  return isErrorCode(code) ? { ...said, code } : unreadable;
}
