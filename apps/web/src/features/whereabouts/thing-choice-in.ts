import type { ThingChoice } from '@kanribo/api';

const texts = ['kind', 'place', 'custodian', 'text'] as const;
const states = ['here', 'out', 'overdue', 'ended'] as const;
const sorts = ['number', 'thing', 'kind', 'status', 'place', 'custodian', 'under'] as const;
const orders = ['asc', 'desc'] as const;

/** Reads the part of an address behind its question mark; what is none of it is left out. */
export function thingChoiceIn(search: Readonly<Record<string, unknown>>): ThingChoice {
  const state = states.find((one) => one === search['state']);
  const sort = sorts.find((one) => one === search['sort']);
  const order = orders.find((one) => one === search['order']);
  const said = texts.flatMap((name) => {
    const text = search[name];
    const isText = typeof text === 'string' || typeof text === 'number';
    return isText && text !== '' ? [[name, String(text)] as const] : [];
  });
  return {
    ...Object.fromEntries(said),
    ...(state !== undefined && { state }),
    ...(sort !== undefined && { sort }),
    ...(order !== undefined && { order }),
  };
}
