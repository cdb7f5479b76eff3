import { afterAll, describe, expect, test } from 'vitest';
import { canReadPages, printedText, squeeze } from '../fixtures/pdf-pages.ts';
import { openFormRenderer } from '../renderer.ts';
import { paperOf } from './paper-of.ts';
import { papersOfLives } from './testing/told-lives.ts';

const renderer = openFormRenderer();
afterAll(() => renderer.close());

describe.skipIf(!canReadPages)('papers on paper', () => {
  test('PAP-1: every paper of a contract is printed, with its title and its proof', async () => {
    for (const { kind, input } of onePaperEach()) {
      const document = paperOf(kind, input);
      const text = await printedText(renderer, document);
      expect(text, kind).toContain(squeeze(document.title));
      expect(text, kind).toContain(document.proof?.typedCode);
    }
  });
});

/** The paper of each kind that says most. */
function onePaperEach() {
  const longest = new Map<string, ReturnType<typeof papersOfLives>[number]>();
  const lengthOf = (told: ReturnType<typeof papersOfLives>[number]) =>
    JSON.stringify(paperOf(told.kind, told.input)).length;
  for (const told of papersOfLives()) {
    const known = longest.get(told.kind);
    if (known === undefined || lengthOf(told) > lengthOf(known)) longest.set(told.kind, told);
  }
  return longest.values();
}
