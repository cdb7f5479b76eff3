import { caseOf } from '@kanribo/domain';
import { type ContractId, type Day, parseDay } from '@kanribo/kernel';
import type { ContractInstance } from '../contract-instance.ts';
import { freshCommandId } from '../platform.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { lastDayFrom } from './first-day.ts';
import { type StoryOrder, contractOf, firstDayOf } from './script.ts';

/** Which story is told, and from which day. */
export interface ChosenStory {
  readonly seed: string;
  readonly contractId: ContractId;
  readonly first: Day;
}

/**
 * The story that was begun here before goes on from its own first day; where its days are yet to
 * come, so that nobody could enter anything after them, another one is told beside it.
 */
export async function chooseStory(
  opened: ContractInstance,
  order: StoryOrder,
  terminal: Terminal,
): Promise<ChosenStory> {
  const isGiven = order.seed !== undefined || order.date !== undefined;
  for (let number = Number(order.seed ?? 1); ; number += 1) {
    const seed = order.seed ?? String(number);
    const contractId = contractOf(seed);
    const told = order.date ?? (await toldFrom(opened, contractId));
    const first = told ?? firstDayOf(order);
    if (isGiven || lastDayFrom(first) < order.today) return { seed, contractId, first };
    terminal.print(
      `${contractId} は ${lastDayFrom(first)} までの筋書きで、まだ終わりの日が来ていません。今日までの契約を別に作ります。`,
    );
  }
}

/** The first day of a contract whose story was begun before. */
async function toldFrom(
  { instance }: ContractInstance,
  contractId: ContractId,
): Promise<Day | undefined> {
  const contracts = await instance.contracts();
  if (!contracts.some(({ id }) => id === contractId)) return undefined;
  const asked = { id: freshCommandId(), actor: 'software', question: { kind: 'whole' } } as const;
  const answer = await instance.ask(contractId, asked);
  if (!answer.ok || answer.value.kind !== 'whole') return undefined;
  const startsOn = caseOf(answer.value.contract, 'contract-1')?.values['startsOn'];
  const day = parseDay(typeof startsOn === 'string' ? startsOn : '');
  return day.ok ? day.value : undefined;
}
