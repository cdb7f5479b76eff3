import { expect, test } from 'vitest';
import { at } from './testing/at.ts';
import { Browser } from './testing/browser.ts';
import { freshId } from './testing/sample-contract.ts';
import { api, servedForTests } from './testing/served.ts';

const served = servedForTests();

async function strikesOut(of: string) {
  const shown = (await served.manager.get(api(`/cases/${of}`))).json();
  const order = {
    declaration: 'import',
    step: 'voided',
    case: of,
    occurredAt: now(),
    values: { voidReason: '別の年度の一覧だったため' },
  };
  const ifMatch = { 'if-match': `"${String(at(shown, 'case', 'version'))}"` };
  return served.manager.send('POST', api('/commands'), order, { ...key(), ...ifMatch });
}

const now = () => served.opened.parts.clock.now();
const key = () => ({ 'idempotency-key': freshId() });
const file = { name: '一覧.xlsx', sheet: '令和8年度', digest: 'd'.repeat(64) };

test('SRV-25: rows of an existing register are looked over one by one, and recorded all or none', async () => {
  const row = (name: string) => {
    const values = { name, kind: 'handling-area' };
    return { row: 2, steps: [{ step: 'recorded', occurredAt: now(), values }] };
  };
  const rows = [row('倉庫1'), row('123456789018'), row('倉庫2')];
  const order = { declaration: 'place', file, rows };
  const size = async () => at((await served.manager.get(api(''))).json(), 'size');
  const before = await size();
  const looked = (await served.manager.send('POST', api('/imports/preview'), order)).json();
  expect([0, 1, 2].map((index) => at(looked, 'rows', index, 'isAccepted'))).toEqual([
    true,
    false,
    true,
  ]);
  expect(at(looked, 'rows', 1, 'detail')).toBe('individual-number-suspected');
  const refused = await served.manager.send('POST', api('/imports'), order, key());
  expect([refused.status, at(refused.json(), 'field')]).toEqual([422, 'rows.1']);
  expect(await size()).toBe(before);
  const headers = key();
  const good = { ...order, rows: [row('倉庫1'), row('倉庫2')] };
  const first = await served.manager.send('POST', api('/imports'), good, headers);
  expect(at(first.json(), 'entries'), first.text).toBe(3);
  const again = await served.manager.send('POST', api('/imports'), good, headers);
  expect(at(again.json(), 'repeated')).toBe(true);
  expect(await size()).toBe(Number(before) + 3);
});

test('SRV-25: a row tells a whole life: closed lines come with the times of their steps', async () => {
  const today = Date.parse(now());
  const daysAgo = (days: number) => new Date(today - days * 86_400_000).toISOString();
  const noticed = { step: 'noticed', values: { what: '鍵の掛け忘れ', during: 'area' } };
  const review = { cause: '点検の漏れ', measure: '表の掲示', isIncident: false, reason: '未遂' };
  const reviewed = { step: 'reviewed', values: review };
  const row = (first: number, then: number) => ({
    row: first,
    steps: [
      { ...noticed, occurredAt: daysAgo(first) },
      { ...reviewed, occurredAt: daysAgo(then) },
    ],
  });
  const order = { declaration: 'near-miss', file, rows: [row(30, 29), row(30, 31)] };
  const looked = (await served.manager.send('POST', api('/imports/preview'), order)).json();
  expect(at(looked, 'rows', 0, 'isAccepted')).toBe(true);
  expect([at(looked, 'rows', 1, 'step'), at(looked, 'rows', 1, 'detail')]).toEqual([
    1,
    'occurred-before-opening',
  ]);
  const good = { ...order, rows: [row(30, 29), row(20, 19)] };
  const done = await served.manager.send('POST', api('/imports'), good, key());
  expect(at(done.json(), 'entries'), done.text).toBe(5);
  const kept = (await served.manager.get(api('/cases/near-miss-1'))).json();
  expect(at(kept, 'case', 'status')).toBe('reviewed');
  expect(at(kept, 'case', 'marks')).toContain('遅延記録');
  expect(at(kept, 'case', 'steps', 1, 'occurredAt')).toBe(daysAgo(29));
});

test('SRV-25: two thousand rows are looked over and recorded as one', async () => {
  const occurredAt = now();
  const row = (_: unknown, index: number) => {
    const values = { what: `${index}：${'宛先の書き誤り'.repeat(20)}`, during: 'paper' };
    return { row: index + 2, steps: [{ step: 'noticed', occurredAt, values }] };
  };
  const rows = Array.from({ length: 2000 }, row);
  const order = { declaration: 'near-miss', file, rows };
  const looked = (await served.manager.send('POST', api('/imports/preview'), order)).json();
  expect(at(looked, 'rows', 1999, 'isAccepted')).toBe(true);
  const done = await served.manager.send('POST', api('/imports'), order, key());
  expect(at(done.json(), 'entries'), done.text).toBe(2001);
  const again = (await served.manager.send('POST', api('/imports/preview'), order)).json();
  expect(at(again, 'rows', 1999, 'repeats', 'case')).toMatch(/^near-miss-\d+$/u);
  const struck = await strikesOut(String(at(done.json(), 'subject')));
  expect(at(struck.json(), 'entries'), struck.text).toBe(2001);
});

test('SRV-25: who may not record is told so before rows are tried, and too many steps are none', async () => {
  const row = (name: string) => {
    const values = { name, kind: 'handling-area' };
    return { row: 2, steps: [{ step: 'recorded', occurredAt: now(), values }] };
  };
  const handler = await Browser.signedIn(served.app, served.opened, 'handler');
  const order = { declaration: 'place', file, rows: [row('倉庫8'), row('倉庫9')] };
  const refused = await handler.send('POST', api('/imports/preview'), order);
  expect([refused.status, at(refused.json(), 'detail')]).toEqual([403, 'role-missing']);
  const [one] = row('倉庫').steps;
  const long = Array.from({ length: 334 }, () => ({
    row: 2,
    steps: Array.from({ length: 12 }, () => one),
  }));
  const many = await served.manager.send('POST', api('/imports/preview'), { ...order, rows: long });
  expect([many.status, at(many.json(), 'code')]).toEqual([400, 'malformed']);
});

const noticed = (row: number, what: string) => ({
  row,
  steps: [
    { step: 'noticed', occurredAt: '2026-04-20T03:00:00.000Z', values: { what, during: 'area' } },
  ],
});

test('SRV-79: a row that says what the register says is refused until it is taken knowingly', async () => {
  const order = { declaration: 'near-miss', file, rows: [noticed(2, '鍵'), noticed(3, '窓')] };
  const first = await served.manager.send('POST', api('/imports'), order, key());
  expect(first.status, first.text).toBe(200);
  const later = { ...order, rows: [noticed(2, '扉'), noticed(3, '窓 '), noticed(4, '扉')] };
  const looked = (await served.manager.send('POST', api('/imports/preview'), later)).json();
  expect(at(looked, 'rows', 0, 'repeats')).toBeNull();
  const line = at(looked, 'rows', 1, 'repeats', 'case');
  expect(at(looked, 'rows', 1, 'repeats', 'name')).toBe(
    `ヒヤリ・ハット記録 ${String(line).replace('near-miss-', '')}`,
  );
  expect(at(looked, 'rows', 2, 'repeats', 'row')).toBe(2);
  const refused = await served.manager.send('POST', api('/imports'), later, key());
  expect([refused.status, at(refused.json(), 'field'), at(refused.json(), 'detail')]).toEqual([
    422,
    'rows.1',
    'row-repeats-line',
  ]);
  const [one, two, three] = later.rows;
  const knowing = [one, { ...two, isTakenKnowingly: true }, { ...three, isTakenKnowingly: true }];
  const taken = await served.manager.send(
    'POST',
    api('/imports'),
    { ...later, rows: knowing },
    key(),
  );
  expect(taken.status, taken.text).toBe(200);
});

test('SRV-79: a resent command is answered as before, though its rows are there by now', async () => {
  const order = { declaration: 'near-miss', file, rows: [noticed(2, '再送')] };
  const headers = key();
  await served.manager.send('POST', api('/imports'), order, headers);
  const again = await served.manager.send('POST', api('/imports'), order, headers);
  expect([again.status, at(again.json(), 'repeated')]).toEqual([200, true]);
});

test('SRV-80: a line shows its file and row, and a struck import what it took along', async () => {
  const own = { ...file, digest: 'e'.repeat(64) };
  const order = { declaration: 'near-miss', file: own, rows: [noticed(17, '出所のある行')] };
  const done = (await served.manager.send('POST', api('/imports'), order, key())).json();
  const of = String(at(done, 'subject'));
  const lines = (await served.manager.get(api('/registers/near-miss?limit=1'))).json();
  const id = String(at(lines, 'lines', 0, 'id'));
  const kept = (await served.manager.get(api(`/cases/${id}`))).json();
  expect(at(kept, 'case', 'steps', 0, 'source')).toEqual({ import: of, row: 17 });
  expect(at(kept, 'names', of)).toBe('一覧.xlsx');
  const before = (await served.manager.send('POST', api('/imports/preview'), order)).json();
  expect(at(before, 'struck')).toBe(0);
  const struck = await strikesOut(of);
  expect(struck.status, struck.text).toBe(200);
  const gone = (await served.manager.get(api(`/cases/${id}`))).json();
  expect(at(gone, 'case', 'marks')).toContain('取消し');
  const looked = (await served.manager.send('POST', api('/imports/preview'), order)).json();
  expect([at(looked, 'struck'), at(looked, 'rows', 0, 'repeats')]).toEqual([1, null]);
});
