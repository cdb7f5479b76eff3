import type { ThingChoice } from '@kanribo/api';
import { choiceAsked, textsAsked } from '../../ui/asked-in-address.ts';

const texts = ['kind', 'place', 'custodian', 'text'] as const;
const states = ['here', 'out', 'overdue', 'ended'] as const;
const sorts = ['number', 'thing', 'kind', 'status', 'place', 'custodian', 'under'] as const;
const orders = ['asc', 'desc'] as const;

/** Reads the part of an address behind its question mark; what is none of it is left out. */
export function thingChoiceIn(search: Readonly<Record<string, unknown>>): ThingChoice {
  return {
    ...textsAsked(search, texts),
    ...choiceAsked(search, 'state', states),
    ...choiceAsked(search, 'sort', sorts),
    ...choiceAsked(search, 'order', orders),
  };
}
