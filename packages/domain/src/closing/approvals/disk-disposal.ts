import { textOf } from '../../engine/case.ts';
import { choice, day, text, things } from '../../engine/field.ts';
import { misfit } from '../../engine/refusal.ts';
import { approval } from '../../presets/approval.ts';

/**
 * Hard disks of equipment ended otherwise than by destruction (破壊以外の方法), clause 22.2イ: the
 * client acknowledges that destroying them is hard, and both decide the method and the time. It is
 * recorded once both are there; its period is the time they decided.
 */
export const diskDisposalApproval = approval({
  name: 'disk-disposal-approval',
  title: 'ハードディスクを破壊以外の方法で処分することの承認',
  duty: 'closing-media',
  fields: {
    things: things('対象のハードディスク・機器'),
    because: text('物理的な破壊が困難な理由', 400),
    acknowledgedOn: day('破壊が困難と認められた日'),
    decidedOn: day('協議により方法と時期を決定した日'),
    disposalMethod: choice('決定した方法', {
      overwriting: '上書き消去',
      'magnetic-erasure': '磁気消去',
      'crypto-erasure': '暗号鍵の破棄による消去',
      other: 'その他',
    }),
    methodDetails: text('方法の詳細', 400),
  },
  covers: ['things', 'because', 'acknowledgedOn', 'decidedOn', 'disposalMethod'],
  mayCover: ['methodDetails'],
  forbid: ({ values, occurredOn }) =>
    ['acknowledgedOn', 'decidedOn'].some((name) => (textOf(values, name) ?? '') > occurredOn)
      ? misfit('agreed-after-granting')
      : null,
});
