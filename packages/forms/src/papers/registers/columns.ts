import type { TableColumn } from '../../section.ts';
import { declarationOf, printed } from '../printed-values.ts';
import type { Reading } from '../reading.ts';
import {
  type RegisterLine,
  type RegisterRun,
  entriesOf,
  kindsAndLabels,
  marksAndRemarks,
  outcomeOf,
  timeOf,
} from './lines.ts';

/** A column of a register: a declared field, or something worked out from a line. */
export type RegisterColumn = Pick<TableColumn, 'share' | 'group' | 'isNeverStruck'> &
  (
    | { readonly field: string }
    | { readonly head: string; readonly text: (reading: Reading, line: RegisterLine) => string }
  );

/** How a register runs and what stands in its columns, in order. */
export interface RegisterColumns extends RegisterRun {
  /** Whether a column that holds little leaves its room to the others. */
  readonly isFitted?: boolean;
  readonly columns: readonly RegisterColumn[];
}

/** 番号: the number of the line within its register. */
export const number: RegisterColumn = {
  head: '番号',
  share: 6,
  text: (_reading, { found }) => found.id.slice(found.id.lastIndexOf('-') + 1),
};

/** 種類（管理番号）of everything the line is about. */
export const kinds: RegisterColumn = {
  head: '種類（管理番号）',
  share: 15,
  text: kindsAndLabels,
};

/** 摘要: what the client must not overlook, then what was remarked. */
export const marks: RegisterColumn = {
  head: '摘要',
  share: 20,
  isNeverStruck: true,
  text: marksAndRemarks,
};

/** 摘要 with further fields of the line that few lines have, each under its label. */
export const marksAnd = (...names: readonly string[]): RegisterColumn => ({
  ...marks,
  text: (reading, line) => {
    const { fields } = declarationOf(line.found);
    const more = names.map((name) => {
      const text = printed(reading, line.found, name);
      return text === '' ? '' : `${fields[name]?.label ?? name}：${text}`;
    });
    return [marksAndRemarks(reading, line), ...more].filter(Boolean).join('\n');
  },
});

/** The entries of the log behind the line. */
export const entries: RegisterColumn = {
  head: '記録\n番号',
  share: 6,
  text: (_reading, line) => entriesOf(line),
};

/** When what the line is about left. */
export const timeOut = (head: string, group: string): RegisterColumn => ({
  head,
  group,
  share: 10,
  text: (_reading, { out }) => timeOf(out),
});

/** When and how the line came to its end. */
export const ending = (group: string): readonly RegisterColumn[] => [
  { head: '日時', group, share: 10, text: (_reading, { end }) => timeOf(end) },
  { head: '結末', group, share: 8, text: (_reading, line) => outcomeOf(line) },
];

/** A line ends as returned, or as handed to the client's officer. */
export function returnerOrReceiver(reading: Reading, { found }: RegisterLine): string {
  const [returner, receiver] = ['returner', 'receivedBy'].map((name) =>
    printed(reading, found, name),
  );
  return returner || receiver || '';
}
