import type { z } from 'zod';

/** Who may come to a route at all; what they may do there is decided behind it. */
export type Audience =
  /** Nobody has to be signed in. */
  | 'anybody'
  /** A session before its second factor. */
  | 'pending'
  /** A session with both factors. */
  | 'signed-in'
  /** A session with both factors that may administer the instance. */
  | 'administrator'
  /** A session with both factors that is bound to a person of the contract. */
  | 'contract';

/** What a route answers with beside JSON. */
export type AnswerKind = 'json' | 'pdf' | 'csv' | 'xlsx' | 'docx' | 'file' | 'nothing';

/** One route of the API: everything server, web and description are made of. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api/v1`, with `:name` for what stands in `params`. */
  readonly path: string;
  readonly audience: Audience;
  /** What it does, in Japanese, for the description of the API. */
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer?: z.ZodType;
  readonly answerKind: AnswerKind;
}

/** A route as it is written: JSON is answered unless said otherwise. */
export function defineRoute<const R extends Omit<Route, 'answerKind'> & Partial<Route>>(
  route: R,
): R & { readonly answerKind: R extends { readonly answerKind: infer K } ? K : 'json' };
export function defineRoute(route: Omit<Route, 'answerKind'> & Partial<Route>): Route {
  return { answerKind: 'json', ...route };
}
