import { isYes } from '../../engine/case.ts';
import type { Attempt, DeviationFound } from '../../engine/declaration.ts';
import { declareCase } from '../../engine/declare.ts';
import { type Fields, choice, day, evidence, flag, person, text } from '../../engine/field.ts';

const keepers = ['set-up', 'chief-officer', 'manager'] as const;
const seen = ['setting', 'isBlocked', 'checker', 'nextCheckOn'];

const fields: Fields = {
  kind: choice('経路', {
    'mail-gateway': 'メールの送信・添付',
    'file-transfer': 'ファイル転送・共有サービス',
    'scan-to-mail': '複合機のスキャン送信・ファクス',
    vpn: 'VPN・遠隔接続',
    browser: 'ウェブサイトへの送信',
    other: 'その他',
  }),
  name: text('名称・場所', 200),
  setting: text('送信を防ぐ設定', 400),
  isBlocked: flag('特定個人情報を送信できない設定になっている'),
  checker: person('確認した者'),
  evidence: evidence('設定の控え'),
  nextCheckOn: day('次の確認の日（社内の取決め）'),
  remarks: text('備考', 400),
};

/**
 * Register of the ways to the internet (インターネットへの経路の確認簿), ours in support of 19(5):
 * each mail gateway, file transfer, scan-to-mail and VPN of the firm, how it is kept from sending
 * specific personal information, and who looked at it when. No approval lifts 19(5).
 */
export const gatewayCheck = declareCase({
  name: 'gateway-check',
  preset: 'register',
  title: 'インターネットへの経路の確認簿',
  duty: 'no-internet-sending',
  house: true,
  fields,
  steps: {
    recorded: {
      title: '経路の登録',
      from: ['new'],
      nature: 'fact',
      by: keepers,
      required: ['kind', 'name', ...seen],
      optional: ['evidence', 'remarks'],
      deviations: openPath,
    },
    checked: {
      title: '確認',
      from: ['recorded', 'checked'],
      nature: 'fact',
      by: keepers,
      required: ['isBlocked', 'checker', 'nextCheckOn'],
      optional: ['setting', 'evidence', 'remarks'],
      deviations: openPath,
    },
    retired: {
      title: '廃止',
      from: ['recorded', 'checked'],
      nature: 'fact',
      by: keepers,
      required: ['remarks'],
      optional: [],
    },
  },
  final: ['retired'],
  correctable: ['kind', 'name', 'setting', 'evidence', 'nextCheckOn', 'remarks'],
});

/** A way that is open is a sign of a breach: somebody decides whether anything went out. */
function openPath({ changes }: Attempt): readonly DeviationFound[] {
  return isYes(changes, 'isBlocked')
    ? []
    : [{ code: 'internet-path-open', duty: 'no-internet-sending' }];
}
