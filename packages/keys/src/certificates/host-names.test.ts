import { expect, test } from 'vitest';
import { parseHostNames } from './host-names.ts';

const codeOf = (...names: string[]): string => {
  const parsed = parseHostNames(names);
  return parsed.ok ? 'ok' : parsed.error.code;
};

test('KEY-28: host names and addresses are taken in their one form, each once', () => {
  const given = ['Kanribo.Office.LAN', 'kanribo', '192.168.1.10', 'FD00:0:0::A', 'KANRIBO'];
  expect(parseHostNames(given)).toEqual({
    ok: true,
    value: [
      { kind: 'dns', value: 'kanribo.office.lan' },
      { kind: 'dns', value: 'kanribo' },
      { kind: 'ip', value: '192.168.1.10' },
      { kind: 'ip', value: 'fd00::a' },
    ],
  });
});

test.each([
  ['host-wildcard', '*.office.lan'],
  ['host-wildcard', '*'],
  ['host-not-ascii', '管理簿.lan'],
  ['host-malformed', ''],
  ['host-malformed', 'kanribo.'],
  ['host-malformed', '.kanribo'],
  ['host-malformed', 'a..b'],
  ['host-malformed', '-a.lan'],
  ['host-malformed', 'a-.lan'],
  ['host-malformed', 'a_b.lan'],
  ['host-malformed', 'a b'],
  ['host-malformed', 'https://kanribo.lan'],
  ['host-malformed', 'kanribo.lan:443'],
  ['host-malformed', '192.168.1'],
  ['host-malformed', '192.168.1.256'],
  ['host-malformed', '192.168.1.010'],
  ['host-malformed', '192.168.1.0/24'],
  ['host-malformed', '[::1]'],
  ['host-malformed', 'fe80::1%eth0'],
  ['host-malformed', 'kanribo.0x1f'],
  ['host-malformed', `${'a'.repeat(64)}.lan`],
  ['host-malformed', `${'abc.'.repeat(63)}lan`],
  ['host-unspecified', '0.0.0.0'],
  ['host-unspecified', '0::0'],
])('KEY-28: %s refuses %j', (code, name) => {
  expect(codeOf('kanribo.lan', name)).toBe(code);
});

test('KEY-28: no name, and more than twenty, are refused', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `a${index}.lan`);
  expect(codeOf()).toBe('hosts-missing');
  expect(codeOf(...many(20))).toBe('ok');
  expect(codeOf(...many(21))).toBe('hosts-too-many');
});
