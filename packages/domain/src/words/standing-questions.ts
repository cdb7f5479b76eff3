import type { DutyId } from '@kanribo/annex';
import { currentReference, lawReferences } from './law-references.ts';

/** A question to put to the client from the start (当初の協議事項), clause 30. */
export interface StandingQuestion {
  /** Never renamed. */
  readonly id: string;
  readonly title: string;
  readonly duties: readonly DutyId[];
  readonly question: string;
}

/** The questions the annex leaves open for nearly every contractor, in our own words. */
export const standingQuestions: readonly StandingQuestion[] = [
  {
    id: 'server-storage',
    title: 'サーバーとバックアップへの保存・複製',
    duties: ['media-storage-permission', 'copy-approval'],
    question:
      'サーバーのディスク、バックアップおよび予備機への保存は、記録媒体への保存の許可と複製の承認の対象となりますか。対象となる場合、定期の予定をまとめて承認いただけますか。',
  },
  {
    id: 'worker-as-auditor',
    title: '従事者を監査責任者とすること',
    duties: ['audit-officer'],
    question:
      '管理責任者でも事務取扱担当者でもない従事者を、監査責任者に選任してもよいでしょうか。',
  },
  {
    id: 'work-as-copying',
    title: '業務の中での入力・読取り・印刷',
    duties: ['copy-approval'],
    question:
      '委託された業務として行うデータ入力、読取り（スキャン）および印刷は、承認を要する複製にあたりますか。',
  },
  {
    id: 'internet-sending',
    title: '承認された環境でのインターネット経由の授受',
    duties: ['no-internet-sending', 'no-internet-environment', 'external-service-approval'],
    question:
      'インターネットに接続された環境、外部サービスまたはVPNの利用が承認された場合でも、インターネットを経由した授受はできないと理解してよいでしょうか。',
  },
  {
    id: 'ordinary-mail',
    title: '大量発送での普通郵便',
    duties: ['sending-register'],
    question:
      '通知書等を大量に発送する場合に、追跡できない普通郵便を用いてもよいでしょうか。よい場合、対象と記録の方法をお示しください。',
  },
  {
    id: 'designated-forms',
    title: '指定する書面',
    duties: [
      'chief-officer',
      'audit-officer',
      'manager',
      'subcontract-confirmation',
      'resubcontract-confirmation',
    ],
    question:
      '各届出に用いる指定の様式をお示しください。指定がない場合、当方の様式で提出してよいでしょうか。',
  },
  {
    id: 'certificate-substitute',
    title: '契約期間中の廃棄の証明の代替',
    duties: ['disposal-certificate', 'outside-disposal-approval'],
    question:
      '契約期間中に廃棄を外部へ委託した場合の証明も、情報セキュリティに関する特記事項に基づく証明の届出で代えられますか。',
  },
  {
    id: 'agreed-days',
    title: '日数・周期の取決め',
    duties: ['change-filing', 'log-analysis', 'inspection', 'training', 'patches'],
    question:
      '「速やかに」の日数、ログの保存期間と分析の周期、点検・教育の周期、パターンファイルと修正プログラムの適用期限を取り決めたく、協議をお願いします。',
  },
  {
    id: 'law-references',
    title: '番号法の項番号',
    duties: ['system-limit', 'use-register', 'no-provision-network'],
    question: `特記事項が引用する番号法の項番号は、その後の改正で変わっています。${lawReferences
      .map(currentReference)
      .join('')}現在の項番号に読み替えてよいでしょうか。`,
  },
  {
    id: 'carry-over',
    title: '後続の契約への引継ぎ',
    duties: ['closing-media', 'closing-paper', 'retention'],
    question:
      '後続の契約でも同じ特定個人情報を用いる場合、返還・廃棄に代えて引き継ぐことができますか。できる場合、その手続をお示しください。',
  },
  {
    id: 'crypto-erasure',
    title: '暗号鍵の破棄による消去',
    duties: ['closing-media'],
    question:
      '暗号化したデータの鍵を破棄する方法を、ハードディスクの破壊に代わる消去の方法として協議により決定できますか。',
  },
];
