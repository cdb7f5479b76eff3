import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { hasBrowser } from './has-browser.ts';

const mostInitialBytes = 180_000;

/** Scripts that `path` needs before it can run: itself and everything it imports at once. */
function neededBy(folder: string, path: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(path)) return found;
  found.add(path);
  const script = readFileSync(join(folder, path), 'utf8');
  for (const [, imported] of script.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/gu)) {
    if (imported !== undefined) neededBy(folder, `assets/${imported}`, found);
  }
  return found;
}

test.skipIf(!hasBrowser)('WEB-9: what is fetched before the first screen is small', () => {
  const folder = inject('screens');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const scripts = new Set<string>();
  for (const [, path] of html.matchAll(/(?:src|href)="\/(assets\/[\w.-]+\.js)"/gu)) {
    if (path !== undefined) neededBy(folder, path, scripts);
  }
  const bytes = [...scripts]
    .map((path) => gzipSync(readFileSync(join(folder, path))).length)
    .reduce((sum, length) => sum + length, 0);
  process.stdout.write(`initial scripts: ${bytes} bytes gzip of ${mostInitialBytes} allowed\n`);
  expect(scripts.size).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(mostInitialBytes);
});

test.skipIf(!hasBrowser)('WEB-9: the page holds nothing inline and names no other place', () => {
  const folder = inject('screens');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<style|style="|<script(?![^>]*\bsrc=)|\bon\w+="/u);
  expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
  const styles = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css'));
  const css = styles.map((name) => readFileSync(join(folder, 'assets', name), 'utf8')).join('');
  expect(css).not.toMatch(/url\(\s*["']?(?:https?:|\/\/|data:)/u);
});
