import { expect, test } from 'vitest';
import { at } from './testing/at.ts';
import { importOrder } from './testing/import-order.ts';
import { freshId } from './testing/sample-contract.ts';
import { api, servedForTests } from './testing/served.ts';

const served = servedForTests(async () => {
  const used = (reader: string, days: number) => {
    const occurredAt = new Date(Date.parse(served.opened.parts.clock.now()) - days * 86_400_000);
    const values = { things: ['thing-1'], reader, purpose: `調定${days}日前`, isWithinRange: true };
    return { steps: [{ step: 'used', occurredAt: occurredAt.toISOString(), values }] };
  };
  const rows = [used('person-4', 0), used('person-3', 3), used('person-4', 6)];
  const order = importOrder('use', rows);
  const done = await served.manager.send('POST', api('/imports'), order, {
    'idempotency-key': freshId(),
  });
  if (done.status !== 200) throw new Error(done.text);
});

async function asked(query: string): Promise<readonly unknown[]> {
  const answer = (await served.manager.get(api(`/registers/use?${query}`))).json();
  const total = Number(at(answer, 'total'));
  return Array.from({ length: total }, (_, index) => at(answer, 'lines', index, 'id'));
}

test('SRV-44: a list holds the lines that were asked for, in the order asked for', async () => {
  expect(await asked('limit=50')).toEqual(['use-3', 'use-2', 'use-1']);
  expect(await asked('sort=occurred&order=asc')).toEqual(['use-3', 'use-2', 'use-1']);
  expect(await asked('sort=reader&order=asc')).toEqual(['use-2', 'use-3', 'use-1']);
  expect(await asked('person=person-3')).toEqual(['use-2']);
  expect(await asked('mark=late')).toEqual(['use-3', 'use-2']);
  expect(await asked(`text=${encodeURIComponent('調定６日前')}`)).toEqual(['use-3']);
  const second = await served.manager.get(
    api('/registers/use?sort=reader&order=asc&limit=1&after=2'),
  );
  expect(at(second.json(), 'lines', 0, 'id')).toBe('use-3');
  expect((await served.manager.get(api('/registers/use?mark=none'))).status).toBe(400);
});

test('SRV-44: a file of chosen lines holds them alone, in their order, and says so', async () => {
  const file = (query: string) => served.manager.get(api(`/sheets/use/csv${query}`));
  const sheet = async (query: string) => (await file(query)).text;
  expect((await file('?mark=late')).headers['content-disposition']).toContain('use-chosen.csv');
  const paper = (query: string) => served.manager.get(api(`/papers/use/preview${query}`));
  const printed = await paper('?mark=late');
  expect([printed.status, printed.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(printed.headers['content-disposition']).toContain('use-chosen-preview.pdf');
  expect((await paper('?mark=late&case=use-1')).status).toBe(400);
  expect((await served.manager.get(api('/sheets/person/csv'))).status).toBe(200);
  const all = await sheet('');
  expect(all).toContain('調定3日前');
  const chosen = await sheet('?person=person-4&sort=occurred&order=asc');
  expect(chosen).not.toContain('調定3日前');
  expect(chosen.indexOf('調定6日前')).toBeLessThan(chosen.indexOf('調定0日前'));
  expect(chosen.indexOf('調定6日前')).toBeGreaterThan(0);
});

test('SRV-76: what is late is marked line by line, also where its duty is breached', async () => {
  const taken = (index: number) => ({
    contents: `課税資料${index}`,
    purpose: '納品',
    destination: 'place-1',
    carrier: 'person-4',
    ...(index > 0 && { approver: 'person-3' }),
    things: [`thing-${index + 2}`],
    protection: 'sealed',
    plannedReturnOn: '2020-04-01',
  });
  const record = async (declaration: string, step: string, all: readonly object[]) => {
    const occurredAt = served.opened.parts.clock.now();
    const rows = all.map((values) => ({ steps: [{ step, occurredAt, values }] }));
    const headers = { 'idempotency-key': freshId() };
    const done = await served.manager.send(
      'POST',
      api('/imports'),
      importOrder(declaration, rows),
      headers,
    );
    expect(done.status, done.text).toBe(200);
  };
  const about = { owner: 'client', isEncrypted: false, contents: '課税資料', kind: 'paper' };
  const numbers = Array.from({ length: 25 }, (_, index) => index);
  const things = numbers.map((index) => ({
    ...about,
    label: `C-${index}`,
    place: 'place-1',
    custodian: 'person-3',
  }));
  await record('thing', 'received', things);
  await record('take-out', 'taken', numbers.map(taken));
  const duties = (await served.manager.get(api('/duty-map'))).json();
  expect(JSON.stringify(duties)).toMatch(/"take-out-register"[^}]*"status":"breached"/u);
  const chosen = (
    await served.manager.get(api('/registers/take-out?mark=overdue&limit=50'))
  ).json();
  expect(at(chosen, 'total')).toBe(25);
  expect(at(chosen, 'lines', 0, 'marks')).toContain('期限超過（当社の定め）');
});

test('SRV-78: an Individual Number is searched for nowhere, and what was sent is written nowhere', async () => {
  // More of it than an id drawn at random may hold.
  const suspected = /5678[ -]?9018/u;
  const refused = async (path: string, field: string) => {
    const answer = await served.manager.get(api(path));
    expect([answer.status, at(answer.json(), 'code'), at(answer.json(), 'field')]).toEqual([
      400,
      'malformed',
      field,
    ]);
    expect(answer.text).not.toMatch(suspected);
  };
  const size = async () => at((await served.manager.get(api(''))).json(), 'size');
  const before = await size();
  for (const written of ['123456789018', '１２３４ ５６７８ ９０１８', '氏名 1234-5678-9018']) {
    const words = encodeURIComponent(written);
    for (const list of ['/registers/use', '/whereabouts', '/sheets/use/csv', '/sheets/use/xlsx']) {
      await refused(`${list}?text=${words}`, 'text');
    }
    await refused(`/registers/use?status=${words}`, 'status');
    await refused(`/whereabouts?kind=${words}`, 'kind');
  }
  expect(await size()).toBe(before);
  expect(served.opened.logged.join('\n')).not.toMatch(suspected);
});
