import { expect, test } from 'vitest';
import { at } from './testing/at.ts';
import { Browser } from './testing/browser.ts';
import { freshId } from './testing/sample-contract.ts';
import { api, servedForTests } from './testing/served.ts';

const served = servedForTests();

const now = () => served.opened.parts.clock.now();
const key = () => ({ 'idempotency-key': freshId() });

test('SRV-25: rows of an existing register are looked over one by one, and recorded all or none', async () => {
  const row = (name: string) => {
    const values = { name, kind: 'handling-area' };
    return { steps: [{ step: 'recorded', occurredAt: now(), values }] };
  };
  const rows = [row('倉庫1'), row('123456789018'), row('倉庫2')];
  const order = { declaration: 'place', rows };
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
  expect(at(first.json(), 'entries'), first.text).toBe(2);
  const again = await served.manager.send('POST', api('/imports'), good, headers);
  expect(at(again.json(), 'repeated')).toBe(true);
  expect(await size()).toBe(Number(before) + 2);
});

test('SRV-25: a row tells a whole life: closed lines come with the times of their steps', async () => {
  const today = Date.parse(now());
  const daysAgo = (days: number) => new Date(today - days * 86_400_000).toISOString();
  const noticed = { step: 'noticed', values: { what: '鍵の掛け忘れ', during: 'area' } };
  const review = { cause: '点検の漏れ', measure: '表の掲示', isIncident: false, reason: '未遂' };
  const reviewed = { step: 'reviewed', values: review };
  const row = (first: number, then: number) => ({
    steps: [
      { ...noticed, occurredAt: daysAgo(first) },
      { ...reviewed, occurredAt: daysAgo(then) },
    ],
  });
  const order = { declaration: 'near-miss', rows: [row(30, 29), row(30, 31)] };
  const looked = (await served.manager.send('POST', api('/imports/preview'), order)).json();
  expect(at(looked, 'rows', 0, 'isAccepted')).toBe(true);
  expect([at(looked, 'rows', 1, 'step'), at(looked, 'rows', 1, 'detail')]).toEqual([
    1,
    'occurred-before-opening',
  ]);
  const good = { ...order, rows: [row(30, 29), row(20, 19)] };
  const done = await served.manager.send('POST', api('/imports'), good, key());
  expect(at(done.json(), 'entries'), done.text).toBe(4);
  const kept = (
    await served.manager.get(api(`/cases/${String(at(done.json(), 'subject'))}`))
  ).json();
  expect(at(kept, 'case', 'status')).toBe('reviewed');
  expect(at(kept, 'case', 'marks')).toContain('遅延記録');
  expect(at(kept, 'case', 'steps', 1, 'occurredAt')).toBe(daysAgo(29));
});

test('SRV-25: two thousand rows are looked over and recorded as one', async () => {
  const steps = [
    {
      step: 'noticed',
      occurredAt: now(),
      values: { what: '宛先の書き誤り'.repeat(20), during: 'paper' },
    },
  ];
  const order = { declaration: 'near-miss', rows: Array.from({ length: 2000 }, () => ({ steps })) };
  const looked = (await served.manager.send('POST', api('/imports/preview'), order)).json();
  expect(at(looked, 'rows', 1999, 'isAccepted')).toBe(true);
  const done = await served.manager.send('POST', api('/imports'), order, key());
  expect(at(done.json(), 'entries'), done.text).toBe(2000);
});

test('SRV-25: who may not record is told so before rows are tried, and too many steps are none', async () => {
  const row = (name: string) => {
    const values = { name, kind: 'handling-area' };
    return { steps: [{ step: 'recorded', occurredAt: now(), values }] };
  };
  const handler = await Browser.signedIn(served.app, served.opened, 'handler');
  const order = { declaration: 'place', rows: [row('倉庫8'), row('倉庫9')] };
  const refused = await handler.send('POST', api('/imports/preview'), order);
  expect([refused.status, at(refused.json(), 'detail')]).toEqual([403, 'role-missing']);
  const [one] = row('倉庫').steps;
  const long = Array.from({ length: 334 }, () => ({
    steps: Array.from({ length: 12 }, () => one),
  }));
  const many = await served.manager.send('POST', api('/imports/preview'), { ...order, rows: long });
  expect([many.status, at(many.json(), 'code')]).toEqual([400, 'malformed']);
});
