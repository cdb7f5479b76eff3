import { expect, test } from 'vitest';
import { heldOutTexts } from '../testing/held-out-texts.ts';
import { outlineOf } from '../testing/outline-of.ts';
import { parseAnnex } from './parse-annex.ts';

test('ANX-10: texts the parser was never tuned on are read, nine clauses in ten', () => {
  const right = heldOutTexts.flatMap(({ text, outline }) => {
    const read = new Set(outlineOf(parseAnnex(text)));
    return outline.filter((line) => read.has(line));
  });
  const all = heldOutTexts.flatMap(({ outline }) => outline);
  expect(right.length / all.length).toBeGreaterThanOrEqual(0.9);
});
