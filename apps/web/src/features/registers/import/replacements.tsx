import { dutyIds, dutyTitles } from '@kanribo/annex';
import { useMemo } from 'react';
import { Section } from '../../../ui/page.tsx';
import { type Choice, Select } from '../../../ui/select.tsx';
import { messages } from './messages.ts';
import { replacementKey } from './read-rows.ts';
import type { Target } from './targets.ts';
import { titleOf } from './title-of.ts';
import type { Import } from './use-import.ts';
import type { Known } from './use-lookup.ts';

interface Unread {
  readonly key: string;
  readonly target: Target;
  readonly raw: string;
  readonly count: number;
}

/** Words of a column that stand for nothing on record, with what they might stand for. */
export function Replacements({ going, known }: { readonly going: Import; readonly known: Known }) {
  const { choices, change } = going;
  const unread = useMemo(() => unreadWords(going), [going]);
  if (unread.length === 0) return null;
  const choose = (key: string, chosen: string) => {
    const { [key]: _, ...others } = choices.replacements;
    change({ replacements: chosen === '' ? others : { ...others, [key]: chosen } });
  };
  return (
    <Section title={messages.replacing.title}>
      <p>{messages.replacing.lead}</p>
      <div className="grid gap-4 md:grid-cols-2">
        {unread.map(({ key, target, raw, count }) => (
          <Select
            key={key}
            label={messages.replacing.of(titleOf(going, target), raw, count)}
            emptyLabel={messages.replacing.leave}
            value={choices.replacements[key] ?? ''}
            choices={choicesFor(target, known)}
            onChange={(chosen) => choose(key, chosen)}
          />
        ))}
      </div>
    </Section>
  );
}

const mostShown = 40;

/** What is replaced already stays in the list, so that it can be taken back. */
function unreadWords({ rows, choices, targets }: Import): readonly Unread[] {
  const found = new Map<string, Unread>();
  const add = (target: Target, raw: string) => {
    const key = replacementKey(target.id, raw);
    found.set(key, { key, target, raw, count: (found.get(key)?.count ?? 0) + 1 });
  };
  for (const { row, problems } of rows) {
    for (const { target, raw, isSuspected } of problems) {
      if (raw !== '' && !isSuspected && isOfWords(target)) add(target, raw);
    }
    for (const target of targets) {
      const column = choices.mapping[target.id];
      const raw = column === undefined ? '' : (row.cells[column] ?? '').trim();
      if (choices.replacements[replacementKey(target.id, raw)] !== undefined) add(target, raw);
    }
  }
  return [...found.values()].slice(0, mostShown);
}

const ofWords = new Set(['choice', 'case', 'cases', 'duties']);
const isOfWords = ({ field }: Target): boolean => field !== undefined && ofWords.has(field.type);

function choicesFor({ field }: Target, known: Known): readonly Choice[] {
  if (field?.type === 'duties') {
    return dutyIds.map((value) => ({ value, label: dutyTitles[value] }));
  }
  if (field?.type !== 'choice') return known.choicesOf(field?.of ?? []);
  return Object.entries(field.options ?? {}).map(([value, label]) => ({ value, label }));
}
