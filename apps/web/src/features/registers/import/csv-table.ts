import { parse } from 'csv-parse/browser/esm/sync';
import { TableFault, type TableRow, trimmed } from './table-file.ts';

/**
 * The lines of a CSV or tab-separated file, in UTF-8, UTF-16 with its mark, or Shift_JIS.
 * @throws {TableFault} for bytes that are text in none of these, and for quotes that do not close.
 */
export function readCsv(bytes: Uint8Array): readonly TableRow[] {
  const text = textOf(bytes);
  if (text.includes('\0')) throw new TableFault('not-a-table');
  const [head = ''] = text.split(/\r\n|\r|\n/u, 1);
  const delimiter = head.includes('\t') && !head.includes(',') ? '\t' : ',';
  const records = recordsOf(text, delimiter);
  return trimmed(records.map((cells, index) => ({ line: index + 1, cells })));
}

function recordsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true });
  } catch (fault) {
    throw new TableFault('damaged', fault);
  }
}

const marks = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

function textOf(bytes: Uint8Array): string {
  const marked = marks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  const encodings = marked === undefined ? ['utf-8', 'shift_jis'] : [marked.encoding];
  for (const encoding of encodings) {
    const isMarkOdd = encoding === 'shift_jis' && utf8Mark.every((byte, at) => bytes[at] === byte);
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(
        isMarkOdd ? bytes.subarray(utf8Mark.length) : bytes,
      );
    } catch {
      // Not in this encoding: the next one is tried.
    }
  }
  throw new TableFault('unreadable-text');
}

/** Some tools set the mark of UTF-8 before any text. */
const utf8Mark = [0xef, 0xbb, 0xbf];
