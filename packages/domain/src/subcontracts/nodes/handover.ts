import { caseOn, textOf } from '../../engine/case.ts';
import { caseOf } from '../../engine/contract.ts';
import type { Attempt, DeviationFound } from '../../engine/declaration.ts';
import { declareCase } from '../../engine/declare.ts';
import { choice, evidence, oneOf, person, text, things } from '../../engine/field.ts';
import { type Refusal, forbidden, houseRule, misfit, wayOut } from '../../engine/refusal.ts';
import { isActive, lineageOf } from '../activity.ts';
import { approvalInForce, levelOf, milestoneOf } from '../milestones.ts';

const keepers = ['chief-officer', 'manager', 'handler'] as const;
const line = ['subcontract', 'contents', 'handedBy'];

/**
 * Register of what is handed over to subcontractors (再委託先への引渡記録); keeping it is our own
 * rule supporting 17. `permitted` is an act of the software, refused while the node is not active;
 * `handed` is the fact, accepted as it was and marked.
 */
export const subcontractHandover = declareCase({
  name: 'subcontract-handover',
  preset: 'register',
  title: '再委託先への引渡記録',
  duty: null,
  house: true,
  fields: {
    subcontract: oneOf('再委託先', 'subcontract'),
    things: things('渡すもの'),
    contents: text('含まれる情報', 400),
    movement: oneOf('持出し・送付の記録', 'take-out', 'sending'),
    handedBy: person('渡す者'),
    receivedBy: text('受領者（再委託先）', 100),
    back: choice('終わり方', { returned: '返却を受けた', destroyed: '廃棄を確認した' }),
    certificate: evidence('廃棄の証明'),
    remarks: text('備考', 400),
  },
  steps: {
    permitted: {
      title: '引渡しの許可',
      from: ['new'],
      nature: 'act',
      by: ['chief-officer', 'manager'],
      required: line,
      optional: ['things', 'remarks'],
      forbid: isInactive,
    },
    handed: {
      title: '引渡し',
      from: ['new', 'permitted'],
      nature: 'fact',
      by: keepers,
      required: ['receivedBy'],
      optional: [...line, 'things', 'movement', 'remarks'],
      forbid: isIncomplete,
      deviations: againstHanding,
    },
    settled: {
      title: '返却・廃棄の確認',
      from: ['handed'],
      nature: 'fact',
      by: keepers,
      required: ['back'],
      optional: ['certificate', 'remarks'],
    },
    cancelled: {
      title: '取りやめ',
      from: ['permitted'],
      nature: 'fact',
      by: keepers,
      required: ['remarks'],
      optional: [],
    },
  },
  final: ['settled', 'cancelled'],
  correctable: ['contents', 'movement', 'remarks'],
  indexedBy: ['subcontract'],
});

const nodeOf = ({ contract, values }: Attempt) =>
  caseOf(contract, textOf(values, 'subcontract') ?? '');

/** Without approval or contract 17 and 18 forbid it; that the work has begun is our own rule. */
function isInactive(attempt: Attempt): Refusal | null {
  const node = nodeOf(attempt);
  const act = { at: attempt.now, on: attempt.today };
  if (node === undefined || isActive(attempt.contract, node, act)) return null;
  const [against] = againstHanding(attempt);
  const ground = {
    parameters: { case: node.id },
    wayOut: [wayOut('activate-subcontract', { case: node.id })],
  };
  return against === undefined
    ? houseRule('subcontract-inactive', { duty: levelOf(node).approval, ...ground })
    : forbidden('subcontract-inactive', { duty: against.duty, ...ground });
}

function isIncomplete({ before, values, given }: Attempt): Refusal | null {
  if (textOf(values, 'subcontract') === null) return misfit('field-missing', { field: '再委託先' });
  const isNamed = before !== undefined || (given.includes('contents') && 'handedBy' in values);
  return isNamed ? null : misfit('field-missing', { field: '含まれる情報・渡す者' });
}

/** Data handed over before the approval, all the way up the line, or before the contract. */
function againstHanding(attempt: Attempt): readonly DeviationFound[] {
  const node = nodeOf(attempt);
  if (node === undefined) return [];
  const { contract, occurredAt, occurredOn } = attempt;
  const act = { at: occurredAt, on: occurredOn };
  const found: DeviationFound[] = lineageOf(contract, node)
    .map((above) => caseOn(above, occurredOn) ?? above)
    .filter((above) => approvalInForce(contract, above, act) === undefined)
    .slice(0, 1)
    .map((above) => ({ code: 'handed-without-approval', duty: levelOf(above).approval }));
  const signed = milestoneOf(caseOn(node, occurredOn) ?? node, 'contracted');
  if (signed === undefined || signed.occurredAt > occurredAt) {
    found.push({ code: 'handed-before-contract', duty: levelOf(node).clauses });
  }
  return found;
}
