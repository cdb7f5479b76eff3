import { type ErrorAnswer, type ErrorCode, errorDescriptions } from '@kanribo/api';

/** A request as the stand-in reads it. */
export interface FakeCall {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly bytes: Uint8Array;
  readonly header: (name: string) => string;
}

/** What the stand-in answers. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How a route is answered. */
export type Answering = (call: FakeCall) => Answer | Promise<Answer>;

/** An answer as it was asked for. */
export const answered = (
  json: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status: 200,
  json,
  headers,
});

/** Done, nothing to say. */
export const done: Answer = { status: 204 };

/** An error of the API, with what is said beside its code. */
export function failed(code: ErrorCode, said: Partial<ErrorAnswer> = {}): Answer {
  const { status, cause, remedy } = errorDescriptions[code];
  return {
    status,
    json: { code, message: `${cause}${remedy}`, requestId: 'fake-1', ...said },
  };
}

/** A text of a request's body; empty where it has none of this name. */
export function textIn(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' ? value : '';
}
