import type { RouteName } from '@kanribo/api';
import type { Result } from '@kanribo/kernel';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { type AnswerOf, type CallInput, call } from './call.ts';
import type { Problem } from './problem.ts';

/** What a screen has of an answer: nothing yet, why there is none, or the answer. */
export type Asked<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: Problem; readonly retry: () => void }
  | {
      readonly state: 'here';
      readonly value: T;
      /** True while a newer answer is under way; the older one is shown meanwhile. */
      readonly isRenewing: boolean;
    };

/** How an answer is asked for. */
export interface AskOptions {
  /** False as long as there is nothing to ask yet. */
  readonly enabled?: boolean;
  /** Goes on showing the last answer while another question of the same route is under way. */
  readonly keepsLast?: boolean;
  /** Asks but once: what is shown is not to change by itself. */
  readonly isAskedOnce?: boolean;
}

/** Asks a route and keeps the answer for everybody who asks the same. */
export function useAnswer<const N extends RouteName>(
  name: N,
  input: CallInput<N>,
  { enabled = true, keepsLast = false, isAskedOnce = false }: AskOptions = {},
): Asked<AnswerOf<N>> {
  const asked = useQuery<Result<AnswerOf<N>, Problem>>({
    queryKey: [name, input],
    queryFn: async ({ signal, client, queryKey }) =>
      orBefore(await call(name, Object.assign({ signal }, input)), () =>
        client.getQueryData<Result<AnswerOf<N>, Problem>>(queryKey),
      ),
    enabled,
    ...(isAskedOnce && { staleTime: Infinity }),
    ...(keepsLast && { placeholderData: keepPreviousData }),
  });
  const { data, isFetching, refetch } = asked;
  const retry = useCallback(() => void refetch(), [refetch]);
  useOnceMore(data?.ok === false ? data.error : undefined, data?.ok === true, refetch);
  if (data === undefined) return { state: 'loading' };
  if (data.ok) return { state: 'here', value: data.value, isRenewing: isFetching };
  return isFetching ? { state: 'loading' } : { state: 'failed', problem: data.error, retry };
}

/**
 * What was seen before, where nobody is signed in any longer: whoever typed something on it finds
 * it again after signing in.
 */
export function orBefore<T>(
  answered: Result<T, Problem>,
  before: () => Result<T, Problem> | undefined,
): Result<T, Problem> {
  if (answered.ok || answered.error.code !== 'signed-out') return answered;
  const seen = before();
  return seen?.ok === true ? seen : answered;
}

/** Asks once more by itself when a wait that the server told is over. */
function useOnceMore(
  problem: Problem | undefined,
  isAnswered: boolean,
  ask: (options: { readonly cancelRefetch: boolean }) => unknown,
): void {
  const hasAsked = useRef(false);
  const seconds = problem?.retryAfter;
  useEffect(() => {
    if (isAnswered) hasAsked.current = false;
    if (seconds === undefined || hasAsked.current) return undefined;
    const timer = setTimeout(() => {
      hasAsked.current = true;
      ask({ cancelRefetch: false });
    }, seconds * 1000);
    return () => clearTimeout(timer);
  }, [problem, seconds, isAnswered, ask]);
}

/** Has every answer of these routes asked again; of all routes when none is named. */
export function useRenewal(): (...names: readonly RouteName[]) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    (...names) =>
      client.invalidateQueries({
        predicate: ({ queryKey: [name] }) =>
          names.length === 0 || names.some((renewed) => renewed === name),
      }),
    [client],
  );
}
