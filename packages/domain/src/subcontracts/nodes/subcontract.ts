import { countOf, textOf } from '../../engine/case.ts';
import { caseOf } from '../../engine/contract.ts';
import type { Attempt } from '../../engine/declaration.ts';
import { declareCase } from '../../engine/declare.ts';
import { choice, count, day, evidence, oneOf, text } from '../../engine/field.ts';
import { type Refusal, misfit } from '../../engine/refusal.ts';
import { activationRefused, handedStill, uncompared } from './activation.ts';
import { againstContract } from './contracting.ts';

const recorders = ['set-up', 'chief-officer', 'manager'] as const;
const bound = ['firm', 'firmRepresentative', 'firmAddress', 'work', 'data', 'from', 'until'];
const described = ['contact', 'reason', 'structure', 'protection', 'supervising', 'remarks'];

/**
 * A subcontract (再委託・再々委託等), clauses 17 and 18: one node of the tree below the contractor.
 * Without a `parent` the contractor itself gives the work to it. Firm, work, data and period are
 * what the client's approval is bound to; a change of them begins the way anew. While the work
 * runs, a longer period keeps it running as far as an approval goes.
 */
export const subcontract = declareCase({
  name: 'subcontract',
  preset: 'basics',
  title: '再委託先',
  duty: null,
  fields: {
    parent: oneOf('委託元（直接の再委託では空欄）', 'subcontract'),
    depth: count('段階（再委託は1）', 1, 50),
    firm: text('再委託先の名称', 100),
    firmRepresentative: text('代表者', 100),
    firmAddress: text('所在地'),
    contact: text('連絡先'),
    work: text('再委託する業務', 400),
    data: text('取り扱う情報', 400),
    reason: text('再委託する理由', 400),
    structure: text('責任体制・従事者', 400),
    protection: text('求める保護措置', 400),
    supervising: text('監督の方法', 400),
    supervisionDays: count('監督の間隔（日）', 1, 400),
    from: day('再委託の期間（始）'),
    until: day('再委託の期間（終）'),
    contractCopy: evidence('再委託契約書の写し'),
    excludedAs: choice('再委託にあたらないものの種類', {
      maintenance: '保守（情報に触れない）',
      carrier: '配送・運搬',
      facility: '施設の管理・清掃',
      dispatch: '派遣（受託者の指揮下）',
      other: 'その他',
    }),
    excludedBecause: text('再委託にあたらない理由', 400),
    dataEnd: choice('渡した情報の扱い', {
      returned: '返却を受けた',
      destroyed: '廃棄を確認した',
      'never-handed': '渡していない',
    }),
    remarks: text('備考', 400),
  },
  steps: {
    planned: {
      title: '計画の登録',
      from: ['new'],
      nature: 'fact',
      by: recorders,
      required: [...bound, 'supervisionDays'],
      optional: ['parent', ...described],
      fill: depthBelow,
      forbid: isReversed,
    },
    changed: {
      title: '名称・業務・情報・期間の変更',
      from: ['planned', 'contracted', 'activated'],
      to: 'planned',
      nature: 'fact',
      by: recorders,
      required: [],
      optional: bound,
      forbid: (attempt) => changesNothing(attempt) ?? isReversed(attempt),
    },
    revised: {
      title: '期間の延長・体制や監督の変更',
      from: ['activated'],
      to: 'activated',
      nature: 'fact',
      by: recorders,
      required: [],
      optional: ['until', 'supervisionDays', ...described],
      forbid: isReversed,
    },
    contracted: {
      title: '契約の締結',
      from: ['planned'],
      nature: 'fact',
      by: recorders,
      required: [],
      optional: ['contractCopy', 'remarks'],
      deviations: againstContract,
    },
    activated: {
      title: '業務の開始の登録',
      from: ['planned', 'contracted'],
      nature: 'act',
      by: ['chief-officer', 'manager'],
      required: [],
      optional: ['remarks'],
      forbid: activationRefused,
      warnings: uncompared,
    },
    ended: {
      title: '終了',
      from: ['contracted', 'activated'],
      nature: 'fact',
      by: recorders,
      required: ['dataEnd'],
      optional: ['remarks'],
      warnings: handedStill,
    },
    dropped: {
      title: '計画の取りやめ',
      from: ['planned'],
      nature: 'fact',
      by: recorders,
      required: ['remarks'],
      optional: [],
    },
    excluded: {
      title: '再委託にあたらないとの判断',
      from: ['new', 'planned'],
      nature: 'fact',
      by: ['chief-officer', 'manager'],
      required: ['excludedAs', 'excludedBecause'],
      optional: ['parent', 'firm', 'work', 'data'],
      fill: depthBelow,
      forbid: isNameless,
    },
  },
  final: ['ended', 'dropped', 'excluded'],
  correctable: [...described, 'supervisionDays'],
});

/** The contractor's own subcontract is at depth 1, one below another a step deeper. */
function depthBelow({ contract, values }: Attempt) {
  const parent = caseOf(contract, textOf(values, 'parent') ?? '');
  return { depth: 1 + (countOf(parent?.values ?? {}, 'depth') ?? 0) };
}

function isReversed({ values }: Attempt): Refusal | null {
  const [from, until] = [textOf(values, 'from') ?? '', textOf(values, 'until') ?? ''];
  return until < from ? misfit('period-reversed') : null;
}

/** A change begins the way anew, so it names what the approval is bound to. */
function changesNothing({ changes }: Attempt): Refusal | null {
  return bound.some((name) => changes[name] !== undefined)
    ? null
    : misfit('field-missing', { field: '変更する項目' });
}

/** What is no subcontract is still a firm with a name, so that the chart can show it. */
function isNameless({ before, given }: Attempt): Refusal | null {
  return before === undefined && !given.includes('firm')
    ? misfit('field-missing', { field: '再委託先の名称' })
    : null;
}
