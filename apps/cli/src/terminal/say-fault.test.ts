import { FormsFault } from '@kanribo/forms';
import { StoreFault } from '@kanribo/store';
import { expect, test } from 'vitest';
import { RecordedTerminal } from '../testing/recorded-terminal.ts';
import { sayFault } from './say-fault.ts';

const japanese = /[\p{Script=Hiragana}\p{Script=Han}]/u;

test.each([
  [
    'PostgreSQL runs as uid 101 and may not pass /root on its way to /root/demo/data: name another',
    '/root を通れません',
  ],
  ['the data directory /data is not ours to use: start as its owner', '持ち主の権限で実行するか'],
])('CLI-4: a place that cannot be used is told in Japanese alone: %s', (message, says) => {
  const terminal = new RecordedTerminal();
  expect(sayFault(new StoreFault('data-directory-unreachable', message), terminal)).toBe(1);
  expect(terminal.complained).toContain(says);
  expect(terminal.complained).toContain('--data');
  for (const line of terminal.complained.trimEnd().split('\n')) expect(line).toMatch(japanese);
  const debugging = new RecordedTerminal({ environment: { KANRIBO_DEBUG: '1' } });
  sayFault(new StoreFault('data-directory-unreachable', message), debugging);
  expect(debugging.complained).toContain(message);
});

test('CLI-4: a paper that cannot be made is an expected fault', () => {
  const terminal = new RecordedTerminal();
  expect(sayFault(new FormsFault('paper-impossible', 'no such filing'), terminal)).toBe(1);
  expect(terminal.complained).toContain('その書面は、いまの記録からは作れません');
  expect(terminal.complained).not.toContain('思わぬ誤り');
});
