import { findIndividualNumbers } from '@kanribo/kernel';
import { type FormEvent, useState } from 'react';
import { Button } from './button.tsx';
import { messages } from './messages.ts';
import { TextField } from './text-field.tsx';

/**
 * Searches a list by words once they are sent, and takes back all that was asked for. What may be an
 * Individual Number is not sent: it would stand in the address and in the browser's history.
 */
export function WordSearch({
  text,
  hasTrackingNumbers = false,
  onSearch,
  onAll,
}: {
  readonly text: string;
  /** Whether tracking numbers are searched, some of which look like Individual Numbers. */
  readonly hasTrackingNumbers?: boolean;
  readonly onSearch: (text: string) => void;
  /** Left out where nothing is asked for. */
  readonly onAll: (() => void) | undefined;
}) {
  const [typed, setTyped] = useState(text);
  const [suspected] = findIndividualNumbers(typed);
  const problemOf = (number: string) =>
    `${messages.numberFound(number)}${hasTrackingNumbers ? messages.searchByLastDigits : ''}`;
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (suspected === undefined) onSearch(typed.trim());
  };
  return (
    <form role="search" onSubmit={search} className="flex flex-wrap items-end gap-3">
      <div className="w-72">
        <TextField
          label={messages.searchWords}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
          problem={suspected && problemOf(suspected.text)}
        />
      </div>
      <Button type="submit">{messages.search}</Button>
      {onAll !== undefined && (
        <Button look="text" onClick={onAll}>
          {messages.stopChoosing}
        </Button>
      )}
    </form>
  );
}
