import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { hasBrowser } from './has-browser.ts';
import { traced, whyNoTrace } from './outbound/trace.ts';

const reason = hasBrowser ? whyNoTrace() : 'there is no browser';
const program = (name: string) => join(import.meta.dirname, 'outbound', name);

describe.skipIf(reason !== undefined)(`calls to the outside (${reason ?? 'traced'})`, () => {
  test('OUT-2: a call to the outside is noticed, by TCP and by UDP', async () => {
    const { exitCode, outside } = await traced(program('call-out.ts'), []);
    expect(exitCode).toBe(0);
    const noticed = (call: string) =>
      outside.filter((line) => line.includes(` ${call}(`) && line.includes('"192.0.2.1"')).length;
    expect([noticed('connect'), noticed('sendto') + noticed('sendmsg')]).toEqual([1, 1]);
  });

  test(
    'OUT-1: from the set-up link to a printed paper, server and browser reach loopback alone',
    { timeout: 60_000 },
    async () => {
      const directory = await mkdtemp(join(tmpdir(), 'kanribo-alone-'));
      try {
        // PostgreSQL does not run as root and has to pass the directory.
        await chmod(directory, 0o711);
        const seen = await traced(program('visit.ts'), [directory, inject('screens')]);
        expect(seen.exitCode, seen.said).toBe(0);
        expect(seen.said).toMatch(/seen: \d+ screens, a paper of \d+ bytes/u);
        expect(seen.inside).toBeGreaterThan(0);
        expect(seen.outside).toEqual([]);
      } finally {
        await rm(directory, { recursive: true, force: true });
      }
    },
  );
});
