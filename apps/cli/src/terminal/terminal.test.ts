import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { callersDirectory } from './process-terminal.ts';
import { harmless } from './terminal.ts';

test('CLI-5: control and formatting characters are shown, not obeyed', () => {
  expect(harmless('a\u001B[31mb\u202Ec\u0007\r\nd')).toBe('a\\u001b[31mb\\u202ec\\u0007\\u000d\nd');
  expect(harmless('葛󠄀葉 𠮷田')).toBe('葛󠄀葉 𠮷田');
});

test('CLI-5: JSON stays the same JSON', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = harmless(JSON.stringify({ text }));
      expect(JSON.parse(shown)).toEqual({ text });
      expect(/[\p{Cc}\p{Cf}]/u.test(shown)).toBe(false);
    }),
  );
});

test('CLI-3: through npm run, paths count from where npm was called', () => {
  const npm = { INIT_CWD: '/home', npm_package_json: '/kanribo/package.json' };
  expect(callersDirectory(npm, '/kanribo')).toBe('/home');
  expect(callersDirectory(npm, '/elsewhere')).toBe('/elsewhere');
  expect(callersDirectory({}, '/kanribo')).toBe('/kanribo');
});
