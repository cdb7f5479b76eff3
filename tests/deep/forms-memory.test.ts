import { openFormRenderer } from '@kanribo/forms';
import { describe, expect, test } from 'vitest';
import {
  canListChildren,
  compilersOf,
  megabytesOf,
} from '../../packages/forms/src/fixtures/child-processes.ts';
import { longRegister } from '../../packages/forms/src/fixtures/long-register.ts';

const pagesToMake = 2_000;

describe.skipIf(!canListChildren)('processes', () => {
  test('FRM-19: over 2,000 pages neither the child nor this process grows', async () => {
    const renderer = openFormRenderer();
    const ofChild: number[] = [];
    const own: number[] = [];
    let pagesMade = 0;
    while (pagesMade < pagesToMake) {
      const { pages } = await renderer.renderDocument({
        ...longRegister(200),
        title: `持出管理簿 ${pagesMade}`,
      });
      pagesMade += pages;
      ofChild.push(...compilersOf(process.pid).map((id) => megabytesOf(id) ?? 0));
      own.push(megabytesOf(process.pid) ?? 0);
    }
    await renderer.close();
    process.stdout.write(
      `${pagesMade} pages: child at most ${Math.max(...ofChild).toFixed(0)} MB, ` +
        `this process ${own[0]?.toFixed(0)} to ${Math.max(...own).toFixed(0)} MB\n`,
    );
    const half = Math.floor(ofChild.length / 2);
    const early = Math.max(...ofChild.slice(0, half));
    expect(Math.max(...ofChild.slice(half))).toBeLessThan(early * 1.2);
    expect(Math.max(...own)).toBeLessThan((own[10] ?? 0) + 150);
  });
});
