import type { JsonObject, JsonValue } from '@kanribo/kernel';
import { type Case, textOf, textsOf } from '../../engine/case.ts';
import { type Contract, caseOf, openCasesOf } from '../../engine/contract.ts';
import type { Attempt, Consequence } from '../../engine/declaration.ts';
import { casesWith } from '../../engine/lines.ts';
import { type Refusal, misfit } from '../../engine/refusal.ts';
import { outStatuses, placeKind } from '../../things/questions.ts';
import { sentOnLines } from '../elsewhere.ts';

/** What a sending and its take-out line have in common, by their names. */
const common = [
  ['things', 'things'],
  ['destination', 'destination'],
  ['protection', 'protection'],
  ['paperProtection', 'paperProtection'],
  ['sender', 'carrier'],
  ['approver', 'approver'],
  ['expectedOn', 'plannedReturnOn'],
  ['use', 'use'],
  ['isOutsidePurpose', 'isOutsidePurpose'],
  ['clientWord', 'clientWord'],
] as const;

/** The line of the take-out register that a sending opened (持出管理簿). */
function takeOutOf(contract: Contract, sending: string): Case | undefined {
  const [line] = casesWith(contract, 'take-out', { field: 'sending', value: sending });
  return line;
}

/**
 * A sending is also a take-out: its line is opened with it, or its permit is used. Where all of a
 * line goes on by it, that line ends.
 */
export function openedTakeOut(attempt: Attempt): readonly Consequence[] {
  const { contract, id, values, changes } = attempt;
  const ended = sentOnLines(attempt).map((line) => ({
    declaration: 'take-out',
    step: 'sent-on',
    case: line.id,
    values: {},
  }));
  return [
    ...ended,
    {
      declaration: 'take-out',
      step: 'taken',
      case: permitOf(contract, values)?.id ?? null,
      values: { ...renamed(values), sending: id },
      particulars: { contents: changes['contents'] ?? '', purpose: changes['purpose'] ?? '' },
    },
  ];
}

/** The permit a sending names, if it is unused and for the same things. */
function permitOf(contract: Contract, values: JsonObject): Case | undefined {
  const permit = caseOf(contract, textOf(values, 'permit') ?? '');
  if (permit?.status !== 'permitted') return undefined;
  const permitted = textsOf(permit.values, 'things');
  const sent = textsOf(values, 'things');
  const isSame = sent.length === permitted.length && sent.every((one) => permitted.includes(one));
  return isSame ? permit : undefined;
}

/** What closes a sending closes its line. */
export function closedTakeOut(
  attempt: Attempt,
  step: 'handed-to-client' | 'posted' | 'returned',
): readonly Consequence[] {
  const { values, changes } = attempt;
  if (step === 'posted') return onLine(attempt, { step, values: {} });
  if (step === 'returned') {
    const confirmed = { returnConfirmedBy: values['returnConfirmedBy'] ?? '' };
    return onLine(attempt, { step, values: confirmed });
  }
  if (!isGivenAway(attempt)) return [];
  const receiver = ['receiver', 'otherReceiver'].filter((name) => name in changes);
  return onLine(attempt, {
    step,
    values: Object.fromEntries(receiver.map((name) => [name, values[name] ?? ''])),
    particulars: { receivedBy: changes['receivedBy'] ?? '' },
  });
}

/** What is lost on its way is out and lost in both registers. */
export function lostTakeOut(attempt: Attempt): readonly Consequence[] {
  const particulars = { remarks: attempt.changes['remarks'] ?? '' };
  return onLine(attempt, { step: 'lost', values: {}, particulars });
}

/** A correction of what stands in both registers is made in both. */
export function correctedTakeOut({ contract, id, changes }: Attempt): readonly Consequence[] {
  const line = takeOutOf(contract, id);
  const texts = ['contents', 'purpose'].filter((name) => name in changes);
  const facts = renamed(changes);
  if (line === undefined || texts.length + Object.keys(facts).length === 0) return [];
  const particulars = Object.fromEntries(
    [...texts, 'correctionReason'].map((name): [string, JsonValue] => [name, changes[name] ?? '']),
  );
  return [
    { declaration: 'take-out', step: 'corrected', case: line.id, values: facts, particulars },
  ];
}

/** A sending that was entered by mistake took nothing out: its line is struck out with it. */
export function voidedTakeOut({ contract, id, changes }: Attempt): readonly Consequence[] {
  const line = takeOutOf(contract, id);
  if (line === undefined) return [];
  const particulars = { voidReason: changes['voidReason'] ?? '' };
  return [{ declaration: 'take-out', step: 'voided', case: line.id, values: {}, particulars }];
}

/** A line that ended as what was out went on by this sending does not go on without it. */
export function tookOverLine({ contract, id, before, values }: Attempt): Refusal | null {
  const own = takeOutOf(contract, id);
  const since = before?.steps[0].sequence ?? 0;
  const until = own?.steps.find(({ step }) => step === 'taken')?.sequence ?? since;
  for (const value of textsOf(values, 'things')) {
    const ended = casesWith(contract, 'take-out', { field: 'things', value }).find(({ steps }) =>
      steps.some(
        ({ step, sequence }) => step === 'sent-on' && since < sequence && sequence < until,
      ),
    );
    if (ended !== undefined) return misfit('line-relied-on', { case: id, by: ended.id });
  }
  return null;
}

/** What went to the contractor's own premises or a subcontractor is out until its line says more. */
function isGivenAway({ contract, values }: Attempt): boolean {
  const kind = placeKind(contract, textOf(values, 'destination'));
  return kind === 'client' || kind === 'other';
}

function onLine(
  { contract, id }: Attempt,
  about: Pick<Consequence, 'step' | 'values' | 'particulars'>,
): readonly Consequence[] {
  for (const line of openCasesOf(contract, 'take-out')) {
    const isIts = textOf(line.values, 'sending') === id && outStatuses.includes(line.status);
    if (isIts) return [{ declaration: 'take-out', case: line.id, ...about }];
  }
  return [];
}

function renamed(values: JsonObject): JsonObject {
  return Object.fromEntries(
    common.flatMap(([name, its]) => {
      const value = values[name];
      return value === undefined ? [] : [[its, value]];
    }),
  );
}
