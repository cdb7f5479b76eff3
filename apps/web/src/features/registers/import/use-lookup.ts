import type { DeclarationAnswer } from '@kanribo/api';
import { type Result, ok } from '@kanribo/kernel';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type AnswerOf, call } from '../../../api/call.ts';
import type { Problem } from '../../../api/problem.ts';
import type { Asked } from '../../../api/use-answer.ts';
import { messages as words } from '../../../ui/messages.ts';
import type { Choice } from '../../../ui/select.tsx';
import type { Lookup } from './read-cell.ts';
import { plainName } from './plain-words.ts';

const pageSize = 200;

type Line = AnswerOf<'register'>['lines'][number];

/** Everything people, places and things can be found by, and chosen from. */
export interface Known {
  readonly lookup: Lookup;
  /** Cases of these declarations, for a list to choose from. */
  readonly choicesOf: (declarations: readonly string[]) => readonly Choice[];
}

/** Reads every case that the fields of a declaration can name, a page after another. */
export function useLookup(contract: string, { fields }: DeclarationAnswer): Asked<Known> {
  const declarations = [...new Set(fields.flatMap(({ of = [] }) => of))];
  const { data, refetch } = useQuery({
    queryKey: ['register', 'whole', contract, declarations],
    queryFn: ({ signal }) => everyLine(contract, declarations, signal),
  });
  return useMemo(() => {
    if (data === undefined) return { state: 'loading' };
    if (!data.ok) return { state: 'failed', problem: data.error, retry: () => void refetch() };
    return { state: 'here', value: knownFrom(data.value), isRenewing: false };
  }, [data, refetch]);
}

type Lines = ReadonlyMap<string, readonly Line[]>;

async function everyLine(
  contract: string,
  declarations: readonly string[],
  signal: AbortSignal,
): Promise<Result<Lines, Problem>> {
  const found = new Map<string, readonly Line[]>();
  for (const declaration of declarations) {
    const lines: Line[] = [];
    let after: number | null = null;
    do {
      const query: { limit: number; after?: number } = { limit: pageSize };
      if (after !== null) query.after = after;
      const answered = await call('register', { params: { contract, declaration }, query, signal });
      if (!answered.ok) return answered;
      lines.push(...answered.value.lines);
      after = answered.value.next;
    } while (after !== null);
    found.set(declaration, lines);
  }
  return ok(found);
}

const nameFields = ['name', 'label', 'title', 'firm'] as const;

function namesOf({ values, particulars }: Line): readonly string[] {
  return nameFields
    .map((field) => particulars[field] ?? values[field])
    .filter((name) => typeof name === 'string');
}

function knownFrom(byDeclaration: Lines): Known {
  const byName = new Map([...byDeclaration].map(([name, lines]) => [name, indexed(lines)]));
  return {
    lookup: ({ of = [] }) => {
      const [first = '', ...others] = of;
      const found = byName.get(first) ?? new Map<string, readonly string[]>();
      if (others.length === 0) return found;
      const all = new Map(found);
      for (const name of others) {
        for (const [text, ids] of byName.get(name) ?? []) {
          all.set(text, [...(all.get(text) ?? []), ...ids]);
        }
      }
      return all;
    },
    choicesOf: (declarations) =>
      declarations.flatMap((name) =>
        (byDeclaration.get(name) ?? []).map((line) => ({
          value: line.id,
          label: words.numbered(namesOf(line)[0] ?? name, line.id.replace(/^.*-/u, '')),
        })),
      ),
  };
}

function indexed(lines: readonly Line[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const line of lines) {
    for (const name of new Set(namesOf(line).map(plainName))) {
      found.set(name, [...(found.get(name) ?? []), line.id]);
    }
  }
  return found;
}
