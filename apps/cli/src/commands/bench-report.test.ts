import { expect, test } from 'vitest';
import { parseMeasured, tableOf } from './bench-report.ts';

const answer = { bench: 'append', ratios: { 'one / two': 0.8125 }, figures: { rate: 1234.5 } };

test('CLI-15: the table shows the limit beside each ratio', async () => {
  const measured = await parseMeasured({
    run: async () => answer,
    limits: { 'one / two': '0.8 以上' },
  });
  expect(measured).toMatchObject(answer);
  const table = measured === undefined ? '' : tableOf(measured);
  expect(table).toMatch(/one \/ two +0\.813 {2}0\.8 以上/u);
  expect(table).toMatch(/rate +1235$/mu);
});

test('CLI-15: what is no benchmark is not taken for one', async () => {
  expect(await parseMeasured({})).toBeUndefined();
  expect(await parseMeasured({ run: async () => ({ bench: 'x' }) })).toBeUndefined();
  expect(
    await parseMeasured({ run: async () => ({ ...answer, ratios: { a: 'b' } }) }),
  ).toBeUndefined();
});
