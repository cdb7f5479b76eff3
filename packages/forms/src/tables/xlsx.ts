import type { Day } from '@kanribo/kernel';
import type ExcelJS from 'exceljs';
import type { TableSheet } from './table-sheet.ts';

const border = { style: 'thin' } as const;
const widestColumn = 40;

/** A4 among the paper sizes of the format (ECMA-376, part 1, 18.3.1.63). */
const a4 = 9;

/**
 * The sheet as an Excel workbook (.xlsx) of one worksheet: title, what it is about, then the table
 * with a frozen, filterable head, laid out to be printed on A4. Every cell is text, so that nothing
 * is ever calculated and long numbers keep their digits. `day` is the workbook's date.
 */
export async function xlsxOf(sheet: TableSheet, day: Day): Promise<Uint8Array> {
  // Loaded when it is needed: most commands never write a workbook.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.created = new Date(`${day}T00:00:00Z`);
  workbook.modified = workbook.created;
  const worksheet = workbook.addWorksheet(sheetName(sheet.title), {
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  Object.assign(worksheet.pageSetup, { paperSize: a4 });
  addHead(worksheet, sheet);
  const headRow = sheet.about.length + 3;
  addTable(worksheet, sheet, headRow);
  worksheet.pageSetup.printTitlesRow = `${headRow}:${headRow}`;
  worksheet.views = [{ state: 'frozen', ySplit: headRow }];
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addHead(worksheet: ExcelJS.Worksheet, { title, about }: TableSheet): void {
  const first = worksheet.addRow([title]);
  first.font = { bold: true, size: 14 };
  for (const [label, value] of about) {
    worksheet.addRow([label, value.replaceAll('\n', ' ')]).getCell(1).font = { bold: true };
  }
  worksheet.addRow([]);
}

function addTable(worksheet: ExcelJS.Worksheet, sheet: TableSheet, at: number): void {
  const { heads, rows, isStruck } = sheet;
  for (const [index, cells] of [heads, ...rows].entries()) {
    const row = worksheet.addRow([...cells]);
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cell.numFmt = '@';
      cell.alignment = { wrapText: true, vertical: 'top' };
      cell.border = { top: border, left: border, bottom: border, right: border };
      if (index > 0 && isStruck(index - 1, column - 1)) cell.font = { strike: true };
      if (index > 0) return;
      cell.font = { bold: true };
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8E8E8' } };
    });
  }
  if (heads.length > 0) {
    worksheet.autoFilter = { from: { row: at, column: 1 }, to: { row: at, column: heads.length } };
  }
  for (const [index, head] of heads.entries()) {
    const longest = Math.max(...[head, ...rows.map((row) => row[index] ?? '')].map(longestLine));
    worksheet.getColumn(index + 1).width = Math.min(widestColumn, longest * 2 + 2);
  }
}

const longestLine = (text: string): number =>
  Math.max(...text.split('\n').map((line) => line.length));

/** Excel takes at most 31 characters and none of `\ / ? * [ ] :`. */
const sheetName = (title: string): string => title.replaceAll(/[\\/?*[\]:]/gu, '　').slice(0, 31);
