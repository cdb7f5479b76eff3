import { declareCase } from '../engine/declare.ts';
import { count, day, flag, text } from '../engine/field.ts';
import { type Attempt } from '../engine/declaration.ts';
import { type Refusal, misfit } from '../engine/refusal.ts';
import { textOf } from '../engine/case.ts';

const facts = [
  'handlesAffairs',
  'usesExternalServices',
  'providesExternalServices',
  'severalDepartments',
  'worksAtClientPremises',
  'startsOn',
  'endsOn',
  'handlingFrom',
  'promptDays',
  'recordWithinDays',
] as const;

/** Days and months agreed with the client where the annex names none; nothing is assumed for them. */
const agreed = [
  'rulesReviewMonths',
  'trainingMonths',
  'inspectionMonths',
  'logRetentionDays',
  'logAnalysisDays',
  'patternAgeDays',
  'patchAgeDays',
] as const;

const parties = [
  'title',
  'client',
  'clientAddressee',
  'contractor',
  'contractorAddress',
  'contractorRepresentative',
  'clientReference',
] as const;

/**
 * Basic facts of the contract (契約の基本事項): what many clauses hang on, given with the client's
 * reference and without a default.
 */
export const setUp = declareCase({
  name: 'contract',
  preset: 'basics',
  title: '契約の基本事項',
  duty: null,
  fields: {
    title: text('契約件名'),
    client: text('委託者（甲）', 100),
    clientAddressee: text('宛名', 100),
    contractor: text('受託者（乙）', 100),
    contractorAddress: text('受託者の所在地'),
    contractorRepresentative: text('受託者の代表者', 100),
    clientReference: text('委託者との確認の記録', 200),
    handlesAffairs: flag('個人番号利用事務にあたる'),
    usesExternalServices: flag('外部サービスを利用する'),
    providesExternalServices: flag('外部サービスを委託者に提供する'),
    severalDepartments: flag('複数の部署で取り扱う'),
    worksAtClientPremises: flag('委託者の施設で作業する'),
    startsOn: day('契約開始日'),
    endsOn: day('契約終了日'),
    handlingFrom: day('取扱開始日'),
    promptDays: count('「速やかに」の日数（委託者と合意）', 0, 60),
    recordWithinDays: count('管理簿への記録の期限（日）', 0, 30),
    rulesReviewMonths: count('取扱規程等の見直しの周期（月）', 1, 120),
    trainingMonths: count('教育の周期（月）', 1, 120),
    inspectionMonths: count('点検・監査の周期（月）', 1, 120),
    logRetentionDays: count('ログの保管期間（日）', 1, 36_500),
    logAnalysisDays: count('ログの分析の周期（日）', 1, 3650),
    patternAgeDays: count('パターンファイルの許容経過日数', 0, 365),
    patchAgeDays: count('修正プログラムの許容経過日数', 0, 365),
  },
  steps: {
    'set-up': {
      title: '登録',
      from: ['new'],
      nature: 'fact',
      by: ['set-up'],
      required: [...parties, ...facts],
      optional: agreed,
      forbid: cannotSetUp,
    },
    amended: {
      title: '変更',
      from: ['set-up', 'amended'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: ['clientReference'],
      optional: [...parties, ...facts, ...agreed].filter((name) => name !== 'clientReference'),
      forbid: isReversed,
    },
  },
});

function cannotSetUp(attempt: Attempt): Refusal | null {
  if (attempt.contract.cases.has('contract-1')) return misfit('contract-already-set-up');
  return isReversed(attempt);
}

function isReversed({ values }: Attempt): Refusal | null {
  const [from, until] = [textOf(values, 'startsOn') ?? '', textOf(values, 'endsOn') ?? ''];
  return until < from ? misfit('period-reversed') : null;
}
