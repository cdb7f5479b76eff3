import { type QueryFunctionContext, useQueries } from '@tanstack/react-query';
import { type AnswerOf, call } from './call.ts';
import { type Asked, orBefore } from './use-answer.ts';

/** Several registers at once, by the name of their declaration. */
export type Registers = ReadonlyMap<string, AnswerOf<'register'>>;

const mostLines = 200;

/** Asks for the latest lines of several registers; there once all of them are. */
export function useRegisters(contract: string, declarations: readonly string[]): Asked<Registers> {
  return useQueries({
    queries: declarations.map((declaration) => {
      const input = { params: { contract, declaration }, query: { limit: mostLines } };
      return {
        queryKey: ['register', input],
        queryFn: async ({ signal, client, queryKey }: QueryFunctionContext) =>
          orBefore(await call('register', { ...input, signal }), () =>
            client.getQueryData<Awaited<ReturnType<typeof call<'register'>>>>(queryKey),
          ),
      };
    }),
    combine: (asked): Asked<Registers> => {
      const found = new Map<string, AnswerOf<'register'>>();
      for (const [index, { data, refetch }] of asked.entries()) {
        if (data === undefined) return { state: 'loading' };
        const retry = () => void refetch();
        if (!data.ok) return { state: 'failed', problem: data.error, retry };
        found.set(declarations[index] ?? '', data.value);
      }
      const isRenewing = asked.some(({ isFetching }) => isFetching);
      return { state: 'here', value: found, isRenewing };
    },
  });
}

/** The lines of one of several registers; none where it was not asked for. */
export function linesOf(registers: Registers, declaration: string): AnswerOf<'register'>['lines'] {
  return registers.get(declaration)?.lines ?? [];
}

/** What every id in several registers is called. */
export function namesIn(registers: Registers): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const register of registers.values()) Object.assign(names, register.names);
  return names;
}
