import type { DutyId } from '../../duty-ids.ts';
import type { DutyDescription } from '../duty-description.ts';
import { words } from '../vocabulary.ts';

/** Leaks and other incidents. */
export const incidentDescriptions = {
  'incident-first-report': {
    own: ['直ち|速やか|即時|至急|遅滞', '報告|連絡|通報|知らせ|届出|第一報'],
    near: [`${words.incident}|違反`],
    also: ['被害|拡大|最小'],
    never: ['再委託|変更|損害賠償|原因|遵守状況|(?<!直ち.{0,40})(?:書面|文書)(?:で|により)'],
  },
  'incident-cause': {
    own: ['原因', '分析|究明|解明|調査|特定|突き止|調べ|明らか'],
    near: [`${words.incident}|違反`],
  },
  'incident-prevention': {
    own: ['再発', '防|ないため|手立て|措置|対策'],
    near: [`${words.incident}|違反`],
  },
  'incident-record': {
    own: ['記録(?!媒体)|報告書|文書|書面|経緯|経過|顛末|てん末', '提出|作成|報告|出[さし]'],
    near: [`${words.incident}|違反`],
    also: ['記録(?!媒体)|経緯|経過', '文書|書面|報告書'],
    never: ['管理簿|届出|再委託|教育|(?:直ちに|口頭).{0,10}(?:書面|文書)|証明|持出|台帳'],
    apart: ['教育|持出'],
  },
  'subcontractor-incident': {
    own: ['再委託|再々委託', '監督|報告|遵守|知らせ|対応させ'],
    near: [words.incident],
    never: ['損害|賠償|改善|締結'],
  },
  'incident-drills': {
    own: ['訓練|演習|対応手順|連絡体制.{0,6}確認|手順', '定期|年[1一]回|毎年|実施|行|確認'],
    near: ['事故|漏えい|緊急'],
    key: ['訓練|演習|確認'],
    never: ['原因|教育|見直'],
  },
} as const satisfies Partial<Record<DutyId, DutyDescription>>;
