import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const module = join(import.meta.dirname, 'or-thrown-outside.ts');

/** A program that waits inside, has something thrown outside, and closes as the server does. */
const programOf = (thrown: string) => `
import { orThrownOutside } from ${JSON.stringify(module)};
const open = setInterval(() => undefined, 1000);
setImmediate(() => { ${thrown} });
try {
  await orThrownOutside((line) => console.error(line), () => new Promise(() => undefined));
} catch (fault) {
  await new Promise((resolve) => setImmediate(resolve));
  console.log(fault.name, fault.code);
  process.exitCode = 1;
} finally {
  clearInterval(open);
  console.log('closed');
}`;

test.each([
  ['an exception', "throw new Error('first\\nsecond');"],
  ['a rejection nobody waits for', "void Promise.reject(new Error('first\\nsecond'));"],
  [
    'another one while it is closed',
    "setImmediate(() => { throw new Error('late'); }); throw new Error('first\\nsecond');",
  ],
])(
  'SRV-74: %s is written in one line, and the process ends with 1 once it closed',
  async (_, thrown) => {
    const ended = await new Promise<{ code: unknown; said: string; log: string }>((resolve) => {
      const words = ['--input-type=module', '-e', programOf(thrown)];
      execFile(process.execPath, words, { timeout: 60_000 }, (fault, said, log) => {
        resolve({ code: fault?.code, said, log });
      });
    });
    expect(ended.code, ended.log).toBe(1);
    expect(ended.said).toBe('CliFault failed\nclosed\n');
    const lines = ended.log.trim().split('\n');
    expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT\S+Z outside a request: Error: first\\nsecond/u);
    expect(lines).toHaveLength(thrown.includes('late') ? 2 : 1);
  },
);
