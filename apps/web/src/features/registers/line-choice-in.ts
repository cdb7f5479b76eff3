import { choiceAsked, textsAsked } from '../../ui/asked-in-address.ts';

/** Which lines of a register an address asks for; each text is held to its shape by the server. */
export interface AskedLines {
  readonly status?: string;
  readonly from?: string;
  readonly until?: string;
  readonly person?: string;
  readonly mark?: 'overdue' | 'deviation' | 'late' | 'corrected';
  readonly text?: string;
  readonly sort?: string;
  readonly order?: 'asc' | 'desc';
}

const texts = ['status', 'from', 'until', 'person', 'text', 'sort'] as const;
const marks = ['overdue', 'deviation', 'late', 'corrected'] as const;
const orders = ['asc', 'desc'] as const;

/** Reads the part of an address behind its question mark; what is none of it is left out. */
export function lineChoiceIn(search: Readonly<Record<string, unknown>>): AskedLines {
  return {
    ...textsAsked(search, texts),
    ...choiceAsked(search, 'mark', marks),
    ...choiceAsked(search, 'order', orders),
  };
}
