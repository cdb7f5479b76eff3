import { textOf, textsOf } from '../../engine/case.ts';
import { caseOf } from '../../engine/contract.ts';
import type { Attempt } from '../../engine/declaration.ts';
import { type Refusal, forbidden, houseRule, misfit, wayOut } from '../../engine/refusal.ts';
import { isFiledPersonAt, outstandingPapers } from '../../organisation/questions.ts';
import { approvalOfTakeOut, endedStatuses, outUnder } from '../../things/questions.ts';
import { isHandOver } from '../recipients.ts';

/** Our own rule: nothing leaves before the filings of 6 to 9.1 were delivered. */
export function papersOutstanding({ contract, today }: Attempt): Refusal | null {
  const outstanding = outstandingPapers(contract, today);
  const [first] = outstanding;
  if (first === undefined) return null;
  const missing = outstanding.map(({ title }) => title).join('、');
  return houseRule('papers-outstanding', {
    duty: first.duty,
    parameters: { missing },
    wayOut: [wayOut('deliver-papers', { missing })],
  });
}

/** Who carries is filed: by 19(1) where it is handed over, by our own rule within the house. */
export function carrierNotFiled({ contract, now, today, values }: Attempt): Refusal | null {
  const carrier = textOf(values, 'carrier') ?? '';
  if (isFiledPersonAt(contract, carrier, { at: now, on: today })) return null;
  const ground = {
    parameters: { person: carrier },
    wayOut: [wayOut('choose-another-person'), wayOut('file-handler')],
  };
  return isHandOver(contract, textOf(values, 'destination'))
    ? forbidden('carrier-not-filed', { duty: 'hand-over-persons', ...ground })
    : houseRule('carrier-not-filed', { duty: 'handlers-list', ...ground });
}

/** A thing that is out under another line, or ended, cannot be taken out. */
export function notHere({ contract, values, before }: Attempt): Refusal | null {
  for (const thing of textsOf(values, 'things')) {
    const status = caseOf(contract, thing)?.status ?? '';
    if (endedStatuses.includes(status)) {
      return misfit('thing-ended', { thing, where: '返還・廃棄済み' });
    }
    const out = outUnder(contract, thing);
    if (out === undefined || out.id === before?.id) continue;
    return {
      ...misfit('thing-not-here', { thing, where: `持出中：${out.id}` }),
      wayOut: [wayOut('record-return', { case: out.id })],
    };
  }
  return null;
}

/** Nothing is permitted that the client has not approved (20(3)). */
export function unapproved(attempt: Attempt): Refusal | null {
  const act = { at: attempt.now, on: attempt.today, values: attempt.values };
  if (approvalOfTakeOut(attempt.contract, act) !== undefined) return null;
  return forbidden('take-out-unapproved', {
    duty: 'take-out-approval',
    wayOut: [
      wayOut('obtain-approval-covering', { approval: '持出しの承認' }),
      wayOut('record-fact'),
    ],
  });
}
