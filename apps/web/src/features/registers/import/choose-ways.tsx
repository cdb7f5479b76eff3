import { useState } from 'react';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { readTime } from '../../../ui/moment-text.ts';
import { Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { messages } from './messages.ts';
import type { Import } from './use-import.ts';

const shortYears = ['unread', 'reiwa', 'gregorian'] as const;

/** How days and times are read that can mean more than one thing. */
export function ChooseWays({ going: { choices, change } }: { readonly going: Import }) {
  const { ways } = choices;
  const [time, setTime] = useState(ways.timeInstead);
  const type = (typed: string) => {
    setTime(typed);
    const read = readTime(typed);
    if (read !== undefined) change({ ways: { ...ways, timeInstead: read } });
  };
  return (
    <Section title={messages.ways.title}>
      <p>{messages.ways.known}</p>
      <div className="grid max-w-4xl items-start gap-4 md:grid-cols-2">
        <Select
          label={messages.ways.shortYears}
          value={ways.shortYears}
          emptyLabel={messages.ways.shortYear.unread}
          choices={shortYears.slice(1).map((value) => ({
            value,
            label: messages.ways.shortYear[value],
          }))}
          onChange={(chosen) => {
            const found = shortYears.find((value) => value === chosen) ?? 'unread';
            change({ ways: { ...ways, shortYears: found } });
          }}
        />
        <TextField
          label={messages.ways.time}
          hint={messages.ways.timeHint}
          problem={readTime(time) === undefined ? messages.ways.wrongTime : undefined}
          value={time}
          onChange={type}
        />
      </div>
      <Checkbox
        isChecked={ways.readsSerials}
        onChange={(readsSerials) => change({ ways: { ...ways, readsSerials } })}
      >
        {messages.ways.serials}
      </Checkbox>
    </Section>
  );
}
