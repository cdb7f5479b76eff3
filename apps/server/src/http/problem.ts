import { type ErrorAnswer, type ErrorCode, errorDescriptions } from '@kanribo/api';

/** Why a request is not answered as it was asked: a value, made into an error answer at the end. */
export interface Problem extends Omit<ErrorAnswer, 'code' | 'message' | 'requestId'> {
  readonly code: ErrorCode;
  /** What the description of the code says, unless there is a better sentence. */
  readonly message?: string;
}

/** What the caller is answered with. */
export function errorAnswerOf(problem: Problem, requestId: string): ErrorAnswer {
  const { cause, remedy } = errorDescriptions[problem.code];
  return { ...problem, message: problem.message ?? `${cause}${remedy}`, requestId };
}

/** The HTTP status of a problem. */
export function statusOf({ code }: Problem): number {
  return errorDescriptions[code].status;
}
