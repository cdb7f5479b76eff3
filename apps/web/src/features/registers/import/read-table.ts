import { sha256 } from '@noble/hashes/sha2.js';
import { type Result, err, findIndividualNumbers, ok, toHex } from '@kanribo/kernel';
import { readCsv } from './csv-table.ts';
import { TableFault, type TableProblem, type TableSheet } from './table-file.ts';
import { readWorkbook } from './workbook.ts';

/** A file as it was read. */
export interface TableFile {
  readonly name: string;
  /** SHA-256 of its bytes, lower-case hex. */
  readonly digest: string;
  readonly sheets: readonly TableSheet[];
}

const mostBytes = 20 * 1024 * 1024;

/** Reads a chosen file in the page: nothing of it is sent anywhere. */
export async function readTableFile(file: File): Promise<Result<TableFile, TableProblem>> {
  if (file.size > mostBytes) return err('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sheets = readTable(bytes);
  if (!sheets.ok) return sheets;
  const names = [file.name, ...sheets.value.map(({ name }) => name)];
  if (names.some((name) => findIndividualNumbers(name).length > 0)) return err('numbered-name');
  return ok({ name: file.name, digest: toHex(sha256(bytes)), sheets: sheets.value });
}

/** The sheets in the bytes of an .xlsx or CSV file, or why they are not read. */
export function readTable(bytes: Uint8Array): Result<readonly TableSheet[], TableProblem> {
  try {
    const sheets = sheetsIn(bytes).filter(({ rows }) => rows.length > 0);
    return sheets.length === 0 ? err('empty') : ok(sheets);
  } catch (fault) {
    if (fault instanceof TableFault) return err(fault.code);
    throw fault;
  }
}

function sheetsIn(bytes: Uint8Array): readonly TableSheet[] {
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new TableFault(holds(bytes, 'EncryptedPackage') ? 'encrypted' : 'old-xls');
  }
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return readWorkbook(bytes);
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) throw new TableFault('not-a-table');
  return [{ name: '', rows: readCsv(bytes) }];
}

const begins = (bytes: Uint8Array, sign: readonly number[]): boolean =>
  sign.every((byte, index) => bytes[index] === byte);

/** Names of streams stand in a compound file as UTF-16 ([MS-CFB] 2.6.1). */
function holds(bytes: Uint8Array, name: string): boolean {
  const letters = Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0]);
  const [first = 0] = letters;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (letters.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
