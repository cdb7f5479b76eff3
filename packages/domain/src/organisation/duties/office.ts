import type { Day } from '@kanribo/kernel';
import {
  basics,
  dayValue,
  dayWithin,
  formRemarks,
  handlingFrom,
  proofOf,
  promptlyAfter,
  startsOn,
} from '../../contract/questions.ts';
import { type Contract, casesOn } from '../../engine/contract.ts';
import type { Office } from '../../engine/offices.ts';
import type { Look } from '../../engine/standing.ts';
import type { RemarkCode } from '../../refusals/remarks.ts';
import { unrightfulOn } from '../outside-permission.ts';
import { submissionOn } from '../papers.ts';
import { isReversed, periodOf } from '../period.ts';
import { appointmentsOn } from '../questions.ts';

const nothing: Look = { kept: [], waiting: [], broken: [] };

/**
 * How an office of 6 to 9.1 stands: somebody holds it and the paper that says so was delivered.
 * Before the contract starts nothing is asked. It is due by the day handling starts (house rule
 * supporting the clause); from then on an empty office is a breach, an undelivered paper overdue.
 * After the contract's last day it stands as the offices were held on that day. Handlers may all
 * have ended where the work is seasonal: 9.1 then asks for nobody new.
 */
export function lookAtOffice(contract: Contract, office: Office, day: Day): Look {
  const [starts, handling, facts] = [startsOn(contract), handlingFrom(contract), basics(contract)];
  if (starts === null || handling === null || facts === undefined) return nothing;
  const holders = appointmentsOn(contract, office, dayHeld(contract, office, day));
  if (holders.length === 0) {
    const proof = facts.steps[0].sequence;
    if (day < starts) return nothing;
    if (day > handling) return { ...nothing, broken: [{ case: facts.id, proof }] };
    return { ...nothing, waiting: [{ case: facts.id, dueOn: handling, house: true, proof }] };
  }
  const look = { kept: [...nothing.kept], waiting: [...nothing.waiting] };
  for (const holder of holders) {
    const { answer } = submissionOn(contract, holder, day);
    if (answer !== undefined) {
      look.kept.push({ case: holder.id, proof: proofOf(answer, 'received') });
      continue;
    }
    const from = dayValue(holder, 'from') ?? handling;
    const dueOn = from > handling ? promptlyAfter(contract, from) : handling;
    look.waiting.push({ case: holder.id, dueOn, house: true, proof: holder.steps[0].sequence });
  }
  return { ...nothing, ...look };
}

/** The day whose holders count: for handlers, while there is none, the last on which there was one. */
function dayHeld(contract: Contract, office: Office, day: Day): Day {
  const within = dayWithin(contract, day);
  if (office !== 'handler' || appointmentsOn(contract, office, within).length > 0) return within;
  const ended = [...casesOn(contract, office, within)].flatMap((found) => {
    const until = dayValue(found, 'until');
    const isPast = until !== null && until < within && !isReversed(periodOf(found.values));
    return isPast ? [until] : [];
  });
  return ended.sort().at(-1) ?? within;
}

/** Who holds the office on a day and may not, up to the contract's last day. */
export function unrightful(
  contract: Contract,
  office: 'manager' | 'audit-officer',
  day: Day,
): Look['broken'] {
  return unrightfulOn(contract, office, dayWithin(contract, day)).map(({ id, steps }) => ({
    case: id,
    proof: steps[0].sequence,
  }));
}

/** How an office stands for whose filing the client may designate a form: 6, 7 and 8. */
export function lookAtFormedOffice(
  contract: Contract,
  office: Exclude<Office, 'handler'>,
  day: Day,
): Look {
  const look = lookAtOffice(contract, office, day);
  if (basics(contract) === undefined) return look;
  const isOnOwnLayout = appointmentsOn(contract, office, dayWithin(contract, day)).some(
    (holder) => submissionOn(contract, holder, day).isOnOwnLayout,
  );
  const onOwn: readonly RemarkCode[] = isOnOwnLayout ? ['delivered-on-own-layout'] : [];
  return { ...look, remarks: [...formRemarks(contract, office, day), ...onOwn] };
}
