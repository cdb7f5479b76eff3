import { expect, test } from 'vitest';
import { settingsFault } from './checks.ts';

const good = ['on', 'on', 'on', 'UTF8', 150_000, false];

test('STO-14: the settings this product is made for are accepted, from version 15 on', () => {
  expect(settingsFault(good)).toBeUndefined();
  expect(settingsFault(good.with(2, 'remote_apply'))).toBeUndefined();
});

test.each([
  ['settings-weak', good.with(0, 'off')],
  ['settings-weak', good.with(1, 'off')],
  ['settings-weak', good.with(2, 'local')],
  ['encoding-not-utf8', good.with(3, 'LATIN1')],
  ['version-too-old', good.with(4, 149_999)],
  ['standby', good.with(5, true)],
])('STO-14: %s for the settings %j', (code, row) => {
  expect(settingsFault(row)?.code).toBe(code);
});
