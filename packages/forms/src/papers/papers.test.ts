import { dutyIds } from '@kanribo/annex';
import { describe, expect, test } from 'vitest';
import { FormsFault } from '../forms-fault.ts';
import type { OfficeDocument } from '../office-document.ts';
import { printTable } from '../print/print-table.ts';
import { tableSheetOf } from '../tables/table-sheet.ts';
import { paperOf, particularsNeeded } from './paper-of.ts';
import { erase, inputOf, smallContract, tell } from './testing/small-contract.ts';
import { papersOfLives } from './testing/told-lives.ts';

const told = smallContract();
const sheets: readonly string[] = ['sending', 'take-out', 'duty-map'];
const subjectOf = (kind: string) => (sheets.includes(kind) ? null : `${kind}-1`);
const paper = (kind: string, subject = subjectOf(kind), date?: string) =>
  paperOf(kind, inputOf(told, subject, date));

const rowsOf = ({ sections }: OfficeDocument) =>
  sections.flatMap((section) => (section.kind === 'table' ? section.rows : []));

const valuesOf = ({ sections }: OfficeDocument) =>
  Object.fromEntries(
    sections
      .flatMap((section) => (section.kind === 'fields' ? section.rows : []))
      .map(({ label, value }) => [label, value]),
  );

/** The cells of a row under their heads, a group's head before them. */
function lineOf(document: OfficeDocument, index: number): Readonly<Record<string, string>> {
  const table = document.sections.find((section) => section.kind === 'table');
  const cells = table?.rows[index] ?? [];
  const heads = (table?.columns ?? []).map(({ head, group }) => `${group ?? ''}${head}`);
  return Object.fromEntries(heads.map((head, place) => [head, cells[place] ?? '']));
}

describe('filings', () => {
  test('PAP-2: the lead cites the clause of the adopted annex, and parties are the contract’s', () => {
    const leads = {
      'chief-officer-filing': '特記事項第6条の規定により、総括責任者を',
      'audit-officer-filing': '特記事項第7条の規定により、監査責任者を',
      'manager-filing': '特記事項第8条の規定により、管理責任者を',
      'handlers-list': '特記事項第9条第1項の規定により、事務取扱担当者を',
      'change-filing': '特記事項第10条第1項の規定により、',
    } as const;
    for (const [kind, lead] of Object.entries(leads)) {
      const filed = paper(kind);
      expect(filed.lead).toContain(lead);
      expect(filed.addressee).toEqual(['架空区長 様']);
      expect(filed.sender?.lines[1]).toBe('見本事務センター株式会社');
      expect(filed.receiptBox).toBe(true);
    }
    expect(paper('key-filing').lead).not.toContain('規定');
  });

  test('PAP-3: the key filing states origin, key and fingerprint in groups of four', () => {
    const values = valuesOf(paper('key-filing'));
    expect(values['記録の名称']).toBe('kanribo.sample-jimu.example/demo-2026/register/0');
    expect(values['検証鍵']).toContain('/register/0+530d903a+');
    expect(values['検証鍵の指紋']).toBe(
      '4f2a 91c7 0be3 d85e 7716 a0c4 23f9 5d18\n8e60 b7d2 19ac 43f5 c08b 6e97 d134 fa02',
    );
  });

  test('PAP-4: appointments stand as the register said when the filing was prepared', () => {
    expect(rowsOf(paper('handlers-list'))).toEqual([
      [
        '1',
        '渡邉 葛葉',
        '見本事務センター株式会社 データ入力部 第一課',
        '課長',
        'R8.4.1',
        'R9.3.31',
        '範囲を分けない：全員で全ての資料を扱うため',
      ],
      [
        '2',
        '辻本 花',
        '株式会社見本スタッフサービス（派遣元）',
        '',
        'R8.4.1',
        'R8.10.31',
        '範囲を定める：給与支払報告書の入力',
      ],
    ]);
    expect(rowsOf(paper('chief-officer-filing'))).toEqual([
      ['1', '𠮷田 一郎', '見本事務センター株式会社', '取締役', 'R8.3.20', '定めなし'],
    ]);
    const periodOf = (kind: string) =>
      Object.keys(lineOf(paper(kind), 0)).find((head) => head.endsWith('始期'));
    expect(['chief-officer-filing', 'audit-officer-filing'].map(periodOf)).toEqual([
      '在任期間始期',
      '在任期間始期',
    ]);
    expect(periodOf('handlers-list')).toBe('従事期間始期');
  });

  test('PAP-5: a change stands before and after, with its day, its due day and what was filed', () => {
    const named = paper('change-filing', 'change-filing-1');
    expect(rowsOf(named)).toEqual([['氏名', '辻本 花', '佐々木 花']]);
    expect(valuesOf(named)).toMatchObject({
      対象者: '事務取扱担当者　辻本 花',
      届出済みの書面: '事務取扱担当者名簿（令和8年3月25日提出）',
      変更日: '令和8年9月12日',
      提出期限: '令和8年9月19日',
    });
    const extended = paper('change-filing', 'change-filing-2');
    expect(rowsOf(extended)).toEqual([['従事期間（終了予定日）', 'R8.10.31', 'R9.3.31']]);
    expect(valuesOf(extended)['対象者']).toBe('事務取扱担当者　佐々木 花');
    expect(extended.sections).toContainEqual({
      kind: 'remarks',
      heading: '４　変更の理由',
      lines: ['繁忙期に入るため'],
    });
  });

  test('PAP-6: what is no prepared filing of the kind is a fault', () => {
    for (const subject of [null, 'handlers-list-2', 'manager-filing-1', 'handler-1']) {
      expect(() => paperOf('handlers-list', inputOf(told, subject))).toThrow(FormsFault);
    }
    expect(() => paperOf('key-filing', inputOf(told, 'manager-filing-1'))).toThrow(
      'manager-filing-1 is no prepared key-filing',
    );
  });
});

describe('sheets', () => {
  test('PAP-7: a take-out stands with all that the annex lists', () => {
    const sheet = paper('take-out');
    expect(sheet.orientation).toBe('landscape');
    expect(valuesOf(sheet)['根拠']).toBe('特記事項第20条第4号（関連：第20条第3号）');
    expect(lineOf(sheet, 0)).toMatchObject({
      番号: '1',
      '種類（管理番号）': '記録媒体（M-003）',
      含まれる情報: '給与支払報告書（第1回分）',
      持出し日時: 'R8.4.6 9:10',
      持出し持ち出した者: '渡邉 葛葉',
      持出し承認者: '𠮷田 一郎',
      持出し用途: '入力済み原票の返却',
      持出し持ち出し先: '架空区役所 課税課',
      持出し保護措置: '措置なし',
      返却返却予定日: 'R8.4.7',
      返却日時: 'R8.4.10 16:40',
      返却結末: '返却',
      返却返却確認者: '𠮷田 一郎',
    });
    expect(lineOf(sheet, 1)).toMatchObject({ 返却日時: '', 返却結末: '持出中' });
  });

  test('PAP-7: a sending stands with how it was sent and whether it arrived', () => {
    expect(lineOf(paper('sending'), 0)).toMatchObject({
      '種類（管理番号）': '印刷物・文書（P-001）',
      送付送付方法: '特定記録郵便',
      送付追跡番号: '12345678903',
      送付保護措置: '封緘',
      到着結末: '送付中',
      摘要: '【当社の定め】予定日の超過',
    });
  });

  test('PAP-15: a line keeps the name a person had when it was written', () => {
    const renamed = tell(told, {
      declaration: 'person',
      step: 'changed',
      case: 'person-3',
      at: '2026-10-06 10:00',
      actor: 'person-1',
      values: { name: '渡邉 桜子' },
    });
    const sheet = paperOf('take-out', inputOf(renamed, null));
    expect(lineOf(sheet, 0)['持出し持ち出した者']).toBe('渡邉 葛葉');
  });

  test('PAP-8: deviations, late records and passed days are marked and never left out', () => {
    expect(lineOf(paper('take-out'), 0)['摘要']?.split('\n')).toEqual([
      '【逸脱】承認のない持ち出し（事故等でないと判断）',
      '【逸脱】記録媒体の暗号化がない持ち出し・送付（判断待ち）',
      '【当社の定め】管理簿への記録の遅れ',
      '【遅延】持出の記録',
      '【当社の定め】予定日の超過',
      '封緘せずに持参',
    ]);
  });

  test('PAP-24: a line struck out stands struck through with its reason and is not counted', () => {
    const telling = { declaration: 'use', actor: 'person-3', at: '2026-04-20 10:00' };
    const reading = {
      things: ['thing-3'],
      reader: 'person-3',
      purpose: '入力',
      isWithinRange: true,
    };
    const used = { ...telling, step: 'used', values: reading };
    const before = tell(tell(told, used), used);
    const striking = { ...telling, case: 'use-2', step: 'voided', at: '2026-04-21 09:00' };
    const after = tell(before, { ...striking, values: { voidReason: '二重に記録' } });
    const sheet = paperOf('use', inputOf(after, null));
    const table = sheet.sections.find((section) => section.kind === 'table');
    expect(table?.struck).toEqual([1]);
    expect(lineOf(sheet, 1)['摘要']).toMatch(/^【取消し】[^]*取消しの理由：二重に記録/u);
    expect(valuesOf(sheet)['内容']).toContain('1件（ほかに取消し1件）');
    const { rows, isStruck } = tableSheetOf(sheet);
    const last = (rows[1] ?? []).length - 1;
    expect([isStruck(1, 0), isStruck(1, last - 2), isStruck(0, 0)]).toEqual([true, false, false]);
    const known = paperOf('use', inputOf(after, null, '2026-04-20'));
    expect(known.sections.find((section) => section.kind === 'table')).not.toHaveProperty('struck');
  });

  test('PAP-24: the marks struck out along with a line stay on its sheet, struck through', () => {
    const telling = { declaration: 'use', actor: 'person-3', recorded: '2026-04-28 10:00' };
    const reading = { things: ['thing-3'], reader: 'person-3', purpose: '入力' };
    const values = { ...reading, isWithinRange: true };
    const before = tell(told, { ...telling, step: 'used', at: '2026-04-20 10:00', values });
    const mark = '【当社の定め】管理簿への記録の遅れ';
    expect(lineOf(paperOf('use', inputOf(before, null, '2026-04-29')), 0)['摘要']).toContain(mark);
    const striking = { ...telling, case: 'use-1', step: 'voided', at: '2026-04-28 10:00' };
    const after = tell(before, { ...striking, values: { voidReason: '二重に記録' } });
    const sheet = paperOf('use', inputOf(after, null, '2026-04-29'));
    const table = sheet.sections.find((section) => section.kind === 'table');
    if (table === undefined) throw new Error('a sheet has a table');
    expect(table.struckLines).toEqual([mark]);
    const lines = lineOf(sheet, 0)['摘要']?.split('\n') ?? [];
    const marks = table.columns.findIndex(({ isNeverStruck }) => isNeverStruck);
    const [row] = printTable(table, 270).rows;
    expect(lines.filter((_, at) => row?.struck[marks]?.[at])).toEqual([mark]);
    expect([row?.struck[0], lines[0]]).toEqual([[true], '【取消し】']);
  });

  test('PAP-9: a sheet shows what had happened by the end of its day', () => {
    expect(rowsOf(paper('take-out', null, '2026-04-05'))).toEqual([]);
    const out = lineOf(paper('take-out', null, '2026-04-07'), 0);
    expect(out).toMatchObject({ 返却日時: '', 返却結末: '持出中' });
    expect(out['摘要']).not.toContain('期限超過');
    expect(out['摘要']).toContain('【逸脱】承認のない持ち出し（判断待ち）');
    expect(rowsOf(paper('take-out', null, '2026-04-12'))).toHaveLength(1);
  });

  test('PAP-10: the duty map names every duty’s clause, standing, due day and entries', () => {
    const rows = rowsOf(paper('duty-map'));
    expect(rows).toHaveLength(dutyIds.length);
    const row = (cited: string) => rows.find(([found]) => found === cited);
    expect(row('第9条第1項')?.slice(0, 4)).toEqual([
      '第9条第1項',
      '事務取扱担当者を記録し、届け出る',
      '○　履行済み',
      '',
    ]);
    expect(row('第10条第1項')?.slice(2)).toEqual(['×　期限超過', 'R8.9.19', '42、44', '0']);
    expect(row('第20条第3号')?.[2]).toBe('×　逸脱・違反あり');
    expect(row('第20条第11号')?.[2]).toBe('―　まだ求められていない');
    expect(row('第20条第7号')?.[2]).toBe('・　システム未確認');
    const said = JSON.stringify(paper('duty-map').sections);
    expect(said).toContain('第15条、第16条、第19条第1号、');
    expect(said).toContain('期限には、特記事項が日を定めていないため');
  });
});

describe('particulars', () => {
  test('PAP-11: what was erased prints as 消去済み and everything else as before', () => {
    const [, , entry = -1] = particularsNeeded('handlers-list', inputOf(told, 'handlers-list-1'));
    const rows = rowsOf(
      paperOf('handlers-list', inputOf(erase(told, entry), 'handlers-list-1')),
    ).flat();
    expect(rows.filter((text) => text.includes('（消去済み）')).length).toBeGreaterThan(0);
    expect(rows).toContain('R8.10.31');
  });

  test('PAP-12: a paper is made of the entries it says it needs and of no others', () => {
    for (const { kind, input } of papersOfLives()) {
      const needed = particularsNeeded(kind, input);
      const asked = new Set<number>();
      const document = paperOf(kind, {
        ...input,
        particularsAt: (sequence) => {
          asked.add(sequence);
          return input.particularsAt(sequence);
        },
      });
      expect([...asked].sort((left, right) => left - right)).toEqual(needed);
      expect(needed).toContain(0);
      expect(document).toEqual(paperOf(kind, input));
    }
  });
});
