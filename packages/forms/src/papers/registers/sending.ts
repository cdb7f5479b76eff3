import {
  type RegisterColumns,
  ending,
  entries,
  kinds,
  marksAnd,
  number,
  timeOut,
} from './columns.ts';

/** Columns of the register (送付管理簿, clause 19(4)). The annex lists none; ours follow those of 20(4). */
export const sendingColumns: RegisterColumns = {
  out: 'sent',
  ends: ['received', 'posted', 'undelivered'],
  due: 'expectedOn',
  columns: [
    number,
    kinds,
    { field: 'contents', share: 12 },
    { field: 'count', share: 5 },
    timeOut('日時', '送付'),
    { field: 'sender', group: '送付', share: 8 },
    { field: 'approver', group: '送付', share: 8 },
    { field: 'purpose', group: '送付', share: 10 },
    { field: 'destination', group: '送付', share: 10 },
    { field: 'method', group: '送付', share: 10 },
    { field: 'trackingNumber', group: '送付', share: 13 },
    { field: 'protection', group: '送付', share: 10 },
    { field: 'expectedOn', group: '到着', share: 9 },
    ...ending('到着'),
    { field: 'receivedBy', group: '到着', share: 8 },
    marksAnd('list', 'paperProtection', 'clientWord', 'otherReceiver', 'receipt'),
    entries,
  ],
};
