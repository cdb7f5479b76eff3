import { afterAll, describe, expect, test } from 'vitest';
import { canReadPages, printedText } from '../fixtures/pdf-pages.ts';
import { openFormRenderer } from '../renderer.ts';
import { paperKinds } from './paper-input.ts';
import { paperOf } from './paper-of.ts';
import { inputOf, smallContract } from './testing/small-contract.ts';

const renderer = openFormRenderer();
afterAll(() => renderer.close());

describe.skipIf(!canReadPages)('papers on paper', () => {
  test('PAP-1: every paper of a contract is printed, with its title and its proof', async () => {
    const told = smallContract();
    for (const kind of paperKinds) {
      const isSheet = ['sending', 'take-out', 'duty-map'].includes(kind);
      const document = paperOf(kind, inputOf(told, isSheet ? null : `${kind}-1`));
      const text = await printedText(renderer, document);
      expect(text).toContain(document.title);
      expect(text).toContain(document.proof?.typedCode);
    }
  });
});
