import { parse } from 'csv-parse/sync';
import { type Day, findIndividualNumbers, readTypedDay } from '@kanribo/kernel';
import type { Office } from '@kanribo/domain';
import { CliFault } from '../cli-fault.ts';

/** One person of the office's staff list (名簿). */
export interface StaffMember {
  readonly name: string;
  readonly kana: string;
  readonly affiliation: string;
  readonly post: string;
  readonly isWorker: boolean;
  readonly office: Office | null;
  readonly from: Day | null;
  readonly until: Day | null;
}

const heads = [
  '氏名',
  'ふりがな',
  '所属',
  '役職',
  '従事者',
  '役割',
  '開始日',
  '終了予定日',
] as const;

const officeOf = new Map<string, Office | null>([
  ['', null],
  ['総括責任者', 'chief-officer'],
  ['監査責任者', 'audit-officer'],
  ['管理責任者', 'manager'],
  ['事務取扱担当者', 'handler'],
]);

const yesOrNo = new Map([
  ['はい', true],
  ['いいえ', false],
]);

/**
 * Reads a staff list: a head line and a line a person. Every bad line is named, and one bad line
 * refuses the whole list, so that nothing is half taken over.
 * @throws {CliFault} `usage`, one sentence a bad line.
 */
export function readPeople(text: string, path: string): readonly StaffMember[] {
  const [head, ...rows] = records(text, path);
  if (head === undefined || heads.some((name, index) => head.cells[index] !== name)) {
    throw new CliFault('usage', `${path} の1行目は「${heads.join(',')}」にしてください。`);
  }
  const problems: string[] = [];
  const people = rows.flatMap(({ cells, line }) => {
    const read = staffMember(cells);
    if (typeof read !== 'string') return [read];
    problems.push(`${path} の${line}行目：${read}`);
    return [];
  });
  if (problems.length > 0) throw new CliFault('usage', problems.join('\n'));
  if (people.length === 0) throw new CliFault('usage', `${path} に人が載っていません。`);
  return people;
}

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

function records(text: string, path: string): readonly Row[] {
  try {
    const options = { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true };
    const found: readonly unknown[] = parse(text, { ...options, info: true });
    return found.flatMap(rowOf);
  } catch (error) {
    const where =
      error instanceof Error && 'lines' in error ? `${String(error.lines)}行目` : '途中';
    throw new CliFault(
      'usage',
      `${path} の${where}が CSV として読めません。引用符を確かめてください。`,
    );
  }
}

function rowOf(found: unknown): readonly Row[] {
  if (typeof found !== 'object' || found === null) return [];
  const record: unknown = 'record' in found ? found.record : undefined;
  const info: unknown = 'info' in found ? found.info : undefined;
  const cells = Array.isArray(record) ? record.map((cell: unknown) => String(cell)) : [];
  const lines =
    typeof info === 'object' && info !== null && 'lines' in info ? Number(info['lines']) : 0;
  return [{ cells, line: lines }];
}

function staffMember(cells: readonly string[]): StaffMember | string {
  if (cells.length !== heads.length)
    return `列が${cells.length}個あります（${heads.length}個必要です）。`;
  const [name = '', kana = '', affiliation = '', post = '', worker = '', role = ''] = cells;
  if (cells.some((cell) => findIndividualNumbers(cell).length > 0)) {
    return '個人番号と思われる12桁の数字があります。削除してください。';
  }
  if (name === '' || name.length > 60) return '氏名は1文字以上60文字までで入力してください。';
  if (affiliation === '' || affiliation.length > 100)
    return '所属は1文字以上100文字までで入力してください。';
  if (kana.length > 60 || post.length > 60) return 'ふりがなと役職は60文字までです。';
  const isWorker = yesOrNo.get(worker);
  if (isWorker === undefined)
    return `従事者は「はい」か「いいえ」にしてください（「${worker}」）。`;
  const office = officeOf.get(role);
  if (office === undefined) return `役割「${role}」はありません。`;
  const from = typedDay(cells[6] ?? '');
  const until = typedDay(cells[7] ?? '');
  if (from === undefined || until === undefined)
    return '日付は「2026-04-01」や「令和8年4月1日」の形で入力してください。';
  if (office !== null && from === null) return '役割のある人には開始日が必要です。';
  if (office === 'handler' && until === null) return '事務取扱担当者には終了予定日が必要です。';
  if (from !== null && until !== null && until < from) return '終了予定日が開始日より前です。';
  return { name, kana, affiliation, post, isWorker, office, from, until };
}

/** A typed day, null for an empty cell, undefined for what is none. */
function typedDay(cell: string): Day | null | undefined {
  if (cell === '') return null;
  const read = readTypedDay(cell);
  return read.ok ? read.value : undefined;
}
