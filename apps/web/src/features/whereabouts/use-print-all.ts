import type { ThingChoice } from '@kanribo/api';
import { ok } from '@kanribo/kernel';
import { useEffect, useState } from 'react';
import { type AnswerOf, call } from '../../api/call.ts';
import { useDeed } from '../../api/use-deed.ts';

/** Things with what everything about them is called. */
export type ListedThings = Pick<AnswerOf<'whereabouts'>, 'things' | 'names'>;

/** Printing all things that were asked for: they are fetched, shown while they are printed, and put away. */
export function usePrintAll(contract: string, choice: ThingChoice) {
  const [all, setAll] = useState<ListedThings>();
  const { run, isHeld, isUnderWay, problem } = useDeed(() => everyPage(contract, choice));
  useEffect(() => {
    if (all === undefined) return undefined;
    const putAway = () => setAll(undefined);
    addEventListener('afterprint', putAway);
    print();
    return () => removeEventListener('afterprint', putAway);
  }, [all]);
  const printAll = async () => setAll(await run());
  return { all, printAll, isHeld, isUnderWay, problem };
}

const most = 200;

async function everyPage(contract: string, choice: ThingChoice) {
  const things: ListedThings['things'][number][] = [];
  const names: Record<string, string> = {};
  let after: number | null | undefined;
  while (after !== null) {
    const query = { ...choice, limit: most, ...(after !== undefined && { after }) };
    const page = await call('whereabouts', { params: { contract }, query });
    if (!page.ok) return page;
    things.push(...page.value.things);
    Object.assign(names, page.value.names);
    after = page.value.next;
  }
  return ok({ things, names });
}
