import { expect, test } from 'vitest';
import { asvsBreaches, countsOf, requiredNumbers, requirements, rowsOf } from './asvs.ts';
import { filePaths, filesEnding, textOf } from './source-tree.ts';

const checklist = textOf('docs/spec/asvs.md');
const rows = rowsOf(checklist);
const specifications = filesEnding('.md').filter(({ path }) => path.startsWith('docs/spec/'));
const titles = [...checklist.matchAll(/^### (.+)$/gm)].map(([, title = '']) => title);
const known = { specifications, paths: new Set(filePaths()), sections: new Set(titles) };

test('ASV-1: every requirement is answered once, by rules and files that there are', () => {
  expect(requirements.size).toBe(345);
  expect(asvsBreaches(rows, known)).toEqual([]);
});

test('ASV-1: the list says how many are met, not applicable and open', () => {
  expect(checklist).toContain(countsOf(rows));
});

test('ASV-1: a missing number, an answer without proof and a made-up rule are noticed', () => {
  const [first = ''] = requiredNumbers();
  const short = rows.filter(({ numbers }) => !numbers.includes(first));
  expect(asvsBreaches(short, known)).toContain(first);
  const row = (answer: string, how: string) => ({ numbers: [first], answer, how });
  const breaches = (answer: string, how: string) => asvsBreaches([row(answer, how)], known);
  const said = (found: readonly string[]) => found.filter((one) => one.startsWith(`${first}:`));
  expect(said(breaches('met', 'somehow'))).toEqual([`${first}: met by nothing that is named`]);
  expect(said(breaches('met', 'SRV-999'))).toEqual([`${first}: there is no rule SRV-999`]);
  expect(said(breaches('open', '`apps/nothing.ts`'))).toHaveLength(1);
  expect(said(breaches('met', '"Nothing" below'))).toEqual([`${first}: there is no Nothing`]);
  expect(said(breaches('nearly', 'SRV-1'))).toHaveLength(1);
  expect(said(breaches('met', 'SRV-15'))).toEqual([]);
});

test('ASV-2: no page keeps anything in the browser, or makes markup of texts', () => {
  const keeping = /\b(?:localStorage|sessionStorage|indexedDB|document\.cookie)\b/;
  const making =
    /\b(?:dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|eval\(|new Function\()/;
  const pages = filesEnding('.ts', '.tsx').filter(({ path }) => path.startsWith('apps/web/src/'));
  expect(pages.length).toBeGreaterThan(50);
  const found = pages.filter(({ text }) => keeping.test(text) || making.test(text));
  expect(found.map(({ path }) => path)).toEqual([]);
});
