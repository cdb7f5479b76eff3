import {
  type RegisterColumns,
  ending,
  entries,
  kinds,
  marksAnd,
  number,
  returnerOrReceiver,
  timeOut,
} from './columns.ts';

/** Columns of the register (持出管理簿, clause 20(4)), as the annex lists them and in its order. */
export const takeOutColumns: RegisterColumns = {
  out: 'taken',
  ends: [
    'returned',
    'handed-to-client',
    'stored',
    'posted',
    'sent-on',
    'ended-outside',
    'cancelled',
  ],
  due: 'plannedReturnOn',
  columns: [
    number,
    kinds,
    { field: 'contents', share: 13 },
    timeOut('日時', '持出し'),
    { field: 'carrier', group: '持出し', share: 8 },
    { field: 'approver', group: '持出し', share: 8 },
    { field: 'purpose', group: '持出し', share: 10 },
    { field: 'destination', group: '持出し', share: 10 },
    { field: 'protection', group: '持出し', share: 9 },
    { field: 'plannedReturnOn', group: '返却', share: 9 },
    ...ending('返却'),
    { head: '返却者\n受領者', group: '返却', share: 9, text: returnerOrReceiver },
    { field: 'returnConfirmedBy', group: '返却', share: 8 },
    marksAnd('paperProtection', 'clientWord', 'otherReceiver', 'receipt'),
    entries,
  ],
};
