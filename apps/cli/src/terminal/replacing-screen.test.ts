import { expect, test } from 'vitest';
import { displayWidth, inColumns } from './display-width.ts';
import { ReplacingScreen } from './replacing-screen.ts';

function windowOf(columns: number, rows: number) {
  const written: string[] = [];
  return { columns, rows, written, write: (text: string) => written.push(text) };
}

const back = (rows: number) => `\u001B[${rows}A\u001B[J`;

test('CLI-36: what is shown anew takes the place of what was shown, wrapped rows counted', () => {
  const window = windowOf(10, 24);
  const screen = new ReplacingScreen(window);
  screen.show('一二三四五\n一二三四五六');
  screen.show('次');
  screen.show('その次');
  expect(window.written).toEqual([
    '一二三四五\n一二三四五六\n',
    `${back(3)}次\n`,
    `${back(1)}その次\n`,
  ]);
});

test('CLI-36: nothing is written over that was said since, or has scrolled away', () => {
  const window = windowOf(80, 3);
  const screen = new ReplacingScreen(window);
  screen.show('表');
  screen.leave();
  screen.show('一\n二\n三');
  screen.show('四');
  expect(window.written).toEqual(['表\n', '一\n二\n三\n', '四\n']);
});

test('CLI-5, CLI-36: control characters in what is shown are not obeyed', () => {
  const window = windowOf(80, 24);
  new ReplacingScreen(window).show('a\u001B[2Jb');
  expect(window.written).toEqual(['a\\u001b[2Jb\n']);
});

test('CLI-36: columns stand below each other, whatever width characters have', () => {
  expect(displayWidth('𠮷田 ABC')).toBe(8);
  expect(displayWidth('が')).toBe(2);
  expect(displayWidth('か\u3099')).toBe(2);
  const lines = inColumns([
    ['役割', 'ID'],
    ['a', 'b'],
  ]);
  expect(lines).toEqual(['役割  ID', 'a     b']);
});
