import { type DeclarationAnswer, lineMarks } from '@kanribo/api';
import { useState } from 'react';
import { statusesOf } from '../../ui/case-form/declared.ts';
import { useCaseChoices } from '../../ui/case-form/use-choices.ts';
import { DateField, readDayText } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { WordSearch } from '../../ui/word-search.tsx';
import type { AskedLines } from './line-choice-in.ts';
import { messages } from './messages.ts';

const marks = ['overdue', 'deviation', 'late', 'corrected'] as const;

interface FilterProps {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
  readonly asked: AskedLines;
  readonly onAsk: (asked: AskedLines) => void;
}

/** Narrows a register down; what is chosen counts at once, what is typed once it is sent. */
export function LineFilter(props: FilterProps) {
  const { declaration, asked, onAsk } = props;
  const hasMore = [asked.from, asked.until, asked.person, asked.mark].some(Boolean);
  const namesPeople = declaration.fields.some(({ of = [] }) => of.includes('person'));
  return (
    <div className="flex flex-col gap-3 print:hidden">
      <div className="flex flex-wrap items-end gap-4">
        <div className="w-72">
          <Select
            label={messages.status}
            emptyLabel={messages.allStatuses}
            value={asked.status ?? ''}
            choices={statusesOf(declaration)}
            onChange={(status) => onAsk(withAsked(asked, { status }))}
          />
        </div>
        <WordSearch
          key={asked.text ?? ''}
          text={asked.text ?? ''}
          hasTrackingNumbers={declaration.fields.some(({ type }) => type === 'trackingNumber')}
          onSearch={(text) => onAsk(withAsked(asked, { text }))}
          onAll={Object.keys(asked).length === 0 ? undefined : () => onAsk({})}
        />
      </div>
      <details open={hasMore} className="rounded-8 border border-solid-gray-300">
        <summary className="min-h-11 cursor-pointer px-4 py-2.5 text-std-16B-170">
          {messages.more}
        </summary>
        <div className="grid gap-4 px-4 pb-4 md:grid-cols-2 xl:grid-cols-4">
          <Select
            label={messages.marks}
            emptyLabel={messages.allMarks}
            value={asked.mark ?? ''}
            choices={marks.map((value) => ({ value, label: lineMarks[value] }))}
            onChange={(chosen) => {
              const { mark: _, ...others } = asked;
              const mark = marks.find((one) => one === chosen);
              onAsk(mark === undefined ? others : { ...others, mark });
            }}
          />
          {namesPeople && <Person {...props} />}
          <OneDay {...props} name="from" label={messages.from} />
          <OneDay {...props} name="until" label={messages.until} />
        </div>
      </details>
    </div>
  );
}

type Texts = Partial<Record<'status' | 'from' | 'until' | 'person' | 'text', string>>;

/** What is asked for with some texts changed; an empty one is not asked for. */
function withAsked(asked: AskedLines, texts: Texts): AskedLines {
  const kept = Object.entries({ ...asked, ...texts }).filter(([, text]) => text !== '');
  return Object.fromEntries(kept);
}

function Person({ contract, asked, onAsk }: FilterProps) {
  const { choices } = useCaseChoices(contract, ['person']);
  return (
    <Select
      label={messages.person}
      emptyLabel={messages.everybody}
      value={asked.person ?? ''}
      choices={choices}
      onChange={(person) => onAsk(withAsked(asked, { person }))}
    />
  );
}

function OneDay({
  asked,
  onAsk,
  name,
  label,
}: FilterProps & { readonly name: 'from' | 'until'; readonly label: string }) {
  const [typed, setTyped] = useState((asked[name] ?? '').replaceAll('-', '/'));
  const type = (text: string) => {
    setTyped(text);
    const read = readDayText(text);
    if (read.ok || text === '') onAsk(withAsked(asked, { [name]: read.ok ? read.value : '' }));
  };
  return <DateField label={label} value={typed} onChange={type} />;
}
