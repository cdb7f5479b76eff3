import { expect, test } from 'vitest';
import { deviceTitle } from './device-title.ts';

test('WEB-25: a device is named by browser and system, an unknown one as it names itself', () => {
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
  expect(deviceTitle(`${windows} ${webkit}`)).toBe('Chrome（Windows）');
  expect(deviceTitle(`${windows} ${webkit} Edg/156.0.0.0`)).toBe('Edge（Windows）');
  expect(deviceTitle('curl/8.5.0')).toBe('curl/8.5.0');
});
