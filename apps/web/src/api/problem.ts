import type { ErrorAnswer, ErrorCode } from '@kanribo/api';
import { messages } from './messages.ts';

/** Why a call was not answered: what the server says, or that there was no readable answer. */
export interface Problem extends Omit<ErrorAnswer, 'code' | 'requestId'> {
  readonly code: ErrorCode | 'unreachable' | 'unreadable';
  /** Tells one request in the server's own log; missing where nothing came back. */
  readonly requestId?: string;
}

/** No answer came: the server does not run, or the network is down. */
export const unreachable: Problem = { code: 'unreachable', message: messages.unreachable };

/** Something came that is no answer of this API. */
export const unreadable: Problem = { code: 'unreadable', message: messages.unreadable };
