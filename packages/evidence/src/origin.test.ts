import { expect, test } from 'vitest';
import { formatOrigin, parseOrigin } from './origin.ts';

test('EVI-8: an origin is read into its parts and written back', () => {
  const texts = [
    'kanribo.example/nerima-2026/register/0',
    'kanribo.example/nerima-2026/access/12',
    'kanribo.example/instance/1',
    'example.com/kanribo/nerima-2026/register/0',
    '管理簿/nerima-2026/register/0',
  ];
  for (const text of texts) {
    const origin = parseOrigin(text);
    expect(origin === undefined ? undefined : formatOrigin(origin)).toBe(text);
  }
  expect(parseOrigin('example.com/kanribo/nerima-2026/access/12')).toEqual({
    instance: 'example.com/kanribo',
    contract: 'nerima-2026',
    log: 'access',
    resumptions: 12,
  });
});

test('EVI-8: nothing else is an origin', () => {
  const wrong = [
    '',
    'kanribo.example',
    '/instance/0',
    '/nerima-2026/register/0',
    'kanribo.example/register/0',
    'kanribo.example/Nerima/register/0',
    'kanribo.example/-a/register/0',
    'kanribo.example/nerima/other/0',
    'kanribo.example/nerima/register/',
    'kanribo.example/nerima/register/01',
    'kanribo.example/nerima/register/-1',
    'kanribo.example/nerima/register/0\n',
    'kan ribo/nerima/register/0',
    'kan+ribo/nerima/register/0',
    'kan\u3000ribo/nerima/register/0',
    'kan\u0000ribo/nerima/register/0',
    `${'x'.repeat(255)}/instance/0`,
  ];
  for (const text of wrong) expect(parseOrigin(text)).toBeUndefined();
});
