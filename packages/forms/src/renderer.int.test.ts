import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { changeFiling } from './fixtures/change-filing.ts';
import { canListChildren, compilersOf, hasEnded, megabytesOf } from './fixtures/child-processes.ts';
import { keyFiling } from './fixtures/key-filing.ts';
import { longRegister } from './fixtures/long-register.ts';
import type { OfficeDocument } from './office-document.ts';
import { type FormRenderer, type RendererSettings, openFormRenderer } from './renderer.ts';

if (!canListChildren) {
  process.stderr.write('no /proc on this machine: tests of child processes are skipped\n');
}

async function withRenderer<T>(
  settings: Partial<RendererSettings>,
  use: (renderer: FormRenderer) => Promise<T>,
): Promise<T> {
  const renderer = openFormRenderer(settings);
  try {
    return await use(renderer);
  } finally {
    await renderer.close();
  }
}

const titled = (title: string): OfficeDocument => ({ ...keyFiling, title });

const onlyCompiler = (): number => {
  const [id = 0, ...others] = compilersOf(process.pid);
  expect(others).toEqual([]);
  return id;
};

test('FRM-18: documents asked for at once each get their own answer', async () => {
  await withRenderer({}, async (renderer) => {
    await renderer.renderDocument(keyFiling);
    const titles = ['一', '二', '三', '四'].map((each) => titled(`第${each}の届出`));
    const together = await Promise.all(titles.map((each) => renderer.renderDocument(each)));
    for (const [index, document] of titles.entries()) {
      const alone = await renderer.renderDocument(document);
      expect(Buffer.compare(together[index]?.pdf ?? Buffer.of(), alone.pdf)).toBe(0);
    }
  });
});

/** Starts a parent of its own and waits until its first document is made. */
async function startParent(kind: 'idle' | 'busy') {
  const script = fileURLToPath(new URL('fixtures/parent-process.ts', import.meta.url));
  const parent = spawn(process.execPath, [script, kind], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(parent, 'exit');
  const said: readonly unknown[] = await once(parent.stdout, 'data');
  return { parent, ended, child: Number(String(said[0])) };
}

describe.skipIf(!canListChildren)('processes', () => {
  test('FRM-19: the child is replaced after a set number of pages', async () => {
    await withRenderer({ pagesPerProcess: 3 }, async (renderer) => {
      const ids: number[] = [];
      for (let made = 0; made < 7; made += 1) {
        await renderer.renderDocument(titled(`第${made}号`));
        ids.push(onlyCompiler());
      }
      expect([...new Set(ids)]).toEqual([ids[0], ids[3], ids[6]]);
      expect(await hasEnded(ids[0] ?? 0)).toBe(true);
    });
  });

  test('FRM-19: memory stays flat over many pages', async () => {
    await withRenderer({ pagesPerProcess: 20 }, async (renderer) => {
      const used: number[] = [];
      for (let made = 0; made < 8; made += 1) {
        await renderer.renderDocument({ ...longRegister(240), title: `第${made}号` });
        used.push(megabytesOf(onlyCompiler()) ?? 0);
      }
      expect(Math.max(...used)).toBeLessThan((used[0] ?? 0) * 1.5);
    });
  });

  test('FRM-20: a document that takes too long is a fault, and the next is made', async () => {
    await withRenderer({ timeoutMs: 2_500 }, async (renderer) => {
      await renderer.renderDocument(keyFiling);
      const child = onlyCompiler();
      await expect(renderer.renderDocument(longRegister(20_000))).rejects.toMatchObject({
        name: 'FormsFault',
        code: 'renderer-timed-out',
      });
      expect(await hasEnded(child)).toBe(true);
      expect((await renderer.renderDocument(changeFiling)).pages).toBe(1);
    });
  });

  test('FRM-21: a child that dies is a fault for its own document only', async () => {
    await withRenderer({}, async (renderer) => {
      await renderer.renderDocument(keyFiling);
      const dying = renderer.renderDocument(longRegister(5_000));
      const waiting = renderer.renderDocument(changeFiling);
      setTimeout(() => process.kill(onlyCompiler(), 'SIGKILL'), 300);
      await expect(dying).rejects.toMatchObject({ name: 'FormsFault', code: 'renderer-crashed' });
      expect((await waiting).pages).toBe(1);
    });
  });

  test('FRM-21: a child that died while idle is not noticed', async () => {
    await withRenderer({}, async (renderer) => {
      await renderer.renderDocument(keyFiling);
      const child = onlyCompiler();
      process.kill(child, 'SIGKILL');
      expect(await hasEnded(child)).toBe(true);
      expect((await renderer.renderDocument(changeFiling)).pages).toBe(1);
    });
  });

  test('FRM-22: the child of a killed parent ends, though it is compiling', async () => {
    const { parent, ended, child } = await startParent('busy');
    await new Promise((resolve) => {
      setTimeout(resolve, 2_000);
    });
    expect(megabytesOf(child)).toBeGreaterThan(0);
    parent.kill('SIGKILL');
    await ended;
    const before = Date.now();
    expect(await hasEnded(child)).toBe(true);
    expect(Date.now() - before).toBeLessThan(2_000);
  });

  test('FRM-22: a parent with an idle child ends by itself and takes it along', async () => {
    const { ended, child } = await startParent('idle');
    expect(await ended).toEqual([0, null]);
    expect(await hasEnded(child)).toBe(true);
  });

  test('FRM-23: a closed renderer makes nothing more and leaves no child', async () => {
    const renderer = openFormRenderer();
    await renderer.renderDocument(keyFiling);
    const child = onlyCompiler();
    const waiting = renderer.renderDocument(longRegister(5_000));
    const [answered] = await Promise.allSettled([waiting, renderer.close()]);
    expect(answered).toMatchObject({ status: 'rejected', reason: { name: 'FormsFault' } });
    expect(await hasEnded(child)).toBe(true);
    await expect(renderer.renderDocument(keyFiling)).rejects.toMatchObject({
      code: 'renderer-closed',
    });
    await renderer.close();
  });
});
