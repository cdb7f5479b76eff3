import { expect, test } from 'vitest';
import type { TableColumn, TableSection } from '../section.ts';
import { closingAfterLines, closingAfterRows, linesOf } from './closing.ts';
import { printTable } from './print-table.ts';

const column = (head: string, group?: string): TableColumn => ({
  head,
  share: 1,
  align: 'left',
  ...(group === undefined ? {} : { group }),
});

const table = (columns: readonly TableColumn[], rows: TableSection['rows'] = []): TableSection => ({
  kind: 'table',
  columns,
  rows,
});

test('FRM-6: widths follow the shares and fill the width there is', () => {
  const columns = [
    { ...column('a'), share: 1 },
    { ...column('b'), share: 3 },
  ];
  expect(printTable(table(columns), 160).widths).toEqual([40, 120]);
});

test('FRM-6: neighbouring columns of one group stand under one head', () => {
  const columns = [
    column('番号'),
    column('日', '持出'),
    column('者', '持出'),
    column('日', '返却'),
  ];
  expect(printTable(table(columns), 160).heads).toEqual([
    [
      { text: '番号', columns: 1, rows: 2 },
      { text: '持出', columns: 2, rows: 1 },
      { text: '返却', columns: 1, rows: 1 },
    ],
    [
      { text: '日', columns: 1, rows: 1 },
      { text: '者', columns: 1, rows: 1 },
      { text: '日', columns: 1, rows: 1 },
    ],
  ]);
});

test('FRM-6: only a row taller than twelve lines may be broken', () => {
  const rows = [['一'.repeat(100)], ['一\n'.repeat(11) + '一'], ['一\n'.repeat(12) + '一']];
  const { rows: printed } = printTable(table([column('記載')], rows), 160);
  expect(printed.map(({ breakable }) => breakable)).toEqual([false, false, true]);
});

test('FRM-8: what closes the document is kept only with what surely fits on a page', () => {
  expect(closingAfterRows([{ breakable: true }, { breakable: false }])).toBe('with-last-row');
  expect(closingAfterRows([{ breakable: false }, { breakable: true }])).toBe('after');
  expect(closingAfterRows([])).toBe('together');
  expect(closingAfterLines(12)).toBe('together');
  expect(closingAfterLines(13)).toBe('after');
  const rows = [
    { label: '長い見出し'.repeat(10), value: '一' },
    { label: '一', value: '' },
  ];
  expect(linesOf({ kind: 'fields', rows })).toBe(6);
});
