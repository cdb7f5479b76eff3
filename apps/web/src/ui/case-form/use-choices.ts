import { useQueries } from '@tanstack/react-query';
import { type AnswerOf, call } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { clauseText } from '../../clause-text.ts';
import { messages } from '../messages.ts';
import { nameOf } from '../../names.ts';
import type { Choice } from '../select.tsx';

/** Cases of some declarations that can be named in a field, the latest first. */
export function useCaseChoices(
  contract: string,
  declarations: readonly string[],
): { readonly isLoading: boolean; readonly choices: readonly Choice[] } {
  return useQueries({
    queries: declarations.map((declaration) => ({
      queryKey: ['register', { params: { contract, declaration }, query: { limit: 200 } }],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        call('register', { params: { contract, declaration }, query: { limit: 200 }, signal }),
    })),
    combine: (asked) => ({
      isLoading: asked.some(({ data }) => data === undefined),
      choices: asked.flatMap(({ data }) => (data?.ok === true ? choicesIn(data.value) : [])),
    }),
  });
}

const nameFields = ['name', 'label', 'title'] as const;

function choicesIn({ lines, names }: AnswerOf<'register'>): readonly Choice[] {
  return lines.map(({ id, values, particulars }) => {
    const named = nameFields.map((field) => particulars[field] ?? values[field]);
    const name = named.find((found) => typeof found === 'string') ?? nameOf(names, id);
    return { value: id, label: messages.numbered(name, id.replace(/^.*-/u, '')) };
  });
}

/** Every duty, by its clause and title. */
export function useDutyChoices(contract: string): {
  readonly isLoading: boolean;
  readonly choices: readonly Choice[];
} {
  const asked = useAnswer('dutyMap', { params: { contract }, query: {} });
  if (asked.state !== 'here') return { isLoading: asked.state === 'loading', choices: [] };
  const choices = asked.value.standings.map(({ duty, clause, title }) => ({
    value: duty,
    label: `${clauseText(clause)}　${title}`,
  }));
  return { isLoading: false, choices };
}
