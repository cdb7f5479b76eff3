import { expect, test } from 'vitest';
import { CliFault } from '../cli-fault.ts';
import { commands } from '../commands.ts';
import { RecordedTerminal } from '../testing/recorded-terminal.ts';
import type { Command } from './command.ts';
import { dispatch } from './dispatch.ts';

function commandThat(run: Command['run']): Command {
  return {
    name: 'try',
    summary: '試します',
    operands: [{ name: 'PATH', meaning: '場所' }],
    options: [
      { name: 'data', takes: 'DIR', meaning: 'データ' },
      { name: 'to', takes: 'FILE', isRequired: true, meaning: '行先' },
      { name: 'json', meaning: 'JSON' },
    ],
    example: ['kanribo try here --to there'],
    run,
  };
}

async function outcomeOf(
  words: readonly string[],
  run: Command['run'] = async () => 0,
  environment: Readonly<Record<string, string>> = {},
) {
  const terminal = new RecordedTerminal({ environment });
  const exitCode = await dispatch([commandThat(run)], words, terminal);
  return { exitCode, printed: terminal.printed, complained: terminal.complained };
}

test('CLI-1: the overview lists every command, and each has help with an example', async () => {
  const width = Math.max(...commands.map(({ name }) => name.length));
  for (const words of [[], ['--help'], ['help'], ['-h']]) {
    const terminal = new RecordedTerminal();
    expect(await dispatch(commands, words, terminal)).toBe(0);
    for (const { name, summary } of commands) {
      expect(terminal.printed).toContain(`  ${name.padEnd(width)}  ${summary}`);
    }
  }
  for (const { name, options, example } of commands) {
    for (const words of [
      ['help', name],
      [name, '--help'],
    ]) {
      const terminal = new RecordedTerminal();
      expect(await dispatch(commands, words, terminal)).toBe(0);
      expect(example.length).toBeGreaterThan(0);
      for (const line of example) expect(terminal.printed).toContain(line);
      for (const option of options) expect(terminal.printed).toContain(`--${option.name}`);
    }
  }
});

test('CLI-1: an unknown command is not understood', async () => {
  expect(await outcomeOf(['tyr'])).toMatchObject({ exitCode: 2, printed: '' });
  expect(await outcomeOf(['help', 'tyr'])).toMatchObject({ exitCode: 2, printed: '' });
});

test.each([
  ['unknown', ['try', 'p', '--to', 'f', '--nosuch'], '--nosuch'],
  ['unknown and short', ['try', 'p', '--to', 'f', '-x'], '-x'],
  ['doubled', ['try', 'p', '--to', 'f', '--to', 'g'], '--to'],
  ['doubled with =', ['try', 'p', '--to=f', '--to', 'g'], '--to'],
  ['without its value', ['try', 'p', '--to'], '--to'],
  ['with a value it does not take', ['try', 'p', '--to', 'f', '--json=yes'], '--json'],
  ['empty', ['try', 'p', '--to', ''], '--to'],
  ['missing', ['try', 'p'], '--to'],
  ['missing operand', ['try', '--to', 'f'], 'PATH'],
  ['superfluous', ['try', 'p', 'q', '--to', 'f'], 'q'],
] as const)(
  'CLI-2: a word that is %s is named and nothing is done',
  async (_what, words, named) => {
    let isRun = false;
    const { exitCode, printed, complained } = await outcomeOf(words, async () => {
      isRun = true;
      return 0;
    });
    expect({ exitCode, printed, isRun }).toEqual({ exitCode: 2, printed: '', isRun: false });
    expect(complained.split('\n')[0]).toContain(named);
    expect(complained).toContain('使い方: kanribo try PATH [--data DIR] --to FILE [--json]');
  },
);

test('CLI-3: relative paths count from the user’s directory', async () => {
  const paths: string[] = [];
  await outcomeOf(['try', 'a/b', '--to', '/c'], async (given) => {
    paths.push(given.path(given.operand(0) ?? ''), given.path(given.required('to')));
    return 0;
  });
  expect(paths).toEqual(['/nowhere/a/b', '/c']);
});

test('CLI-4: a fault is a sentence without a stack, and the stack is there when asked for', async () => {
  const failing = async (): Promise<0> => {
    throw new Error('the disk is made of cheese');
  };
  const quiet = await outcomeOf(['try', 'p', '--to', 'f'], failing);
  expect(quiet.exitCode).toBe(1);
  expect(quiet.complained).toContain('the disk is made of cheese');
  expect(quiet.complained).toContain('KANRIBO_DEBUG=1');
  expect(quiet.complained).not.toContain('    at ');
  const loud = await outcomeOf(['try', 'p', '--to', 'f'], failing, { KANRIBO_DEBUG: '1' });
  expect(loud.complained).toContain('    at ');
});

test('CLI-4: what a user can set right is said as it is', async () => {
  const outcome = await outcomeOf(['try', 'p', '--to', 'f'], async () => {
    throw new CliFault('failed', '直してください。');
  });
  expect(outcome).toEqual({ exitCode: 1, printed: '', complained: '直してください。\n' });
});
