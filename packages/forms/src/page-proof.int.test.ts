import { afterAll, describe, expect, test } from 'vitest';
import { keyFiling } from './fixtures/key-filing.ts';
import { longRegister } from './fixtures/long-register.ts';
import { canReadPages, canScan, codesOn, printedPages, squeeze } from './fixtures/pdf-pages.ts';
import { sampleProof } from './fixtures/sample-parts.ts';
import { openFormRenderer } from './renderer.ts';

const renderer = openFormRenderer();
afterAll(() => renderer.close());

describe.skipIf(!canReadPages)('proof read off the page', () => {
  test('FRM-10: typed code, basis, number and page stand on each page', async () => {
    const document = { ...longRegister(60), documentNumber: '見本第9号' };
    const pages = await printedPages(renderer, document);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(squeeze(`照合番号${sampleProof.typedCode}${sampleProof.basis}`));
      expect(page).toContain(`見本第9号${index + 1}/${pages.length}ページ`);
      expect(page.includes('署名した記録の全文が入っています')).toBe(index === pages.length - 1);
      expect(page).not.toContain('未証明');
    }
  });

  test('FRM-11: without a proof each page is marked and has no code', async () => {
    const pages = await printedPages(renderer, { ...longRegister(60), proof: null });
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(page).toContain('控え・未証明');
      expect(page).toContain('記録と照合するための符号がありません');
      expect(page).not.toContain('照合番号');
    }
  });
});

describe.skipIf(!canScan)('codes scanned off the page', () => {
  test('FRM-10: both codes hold exactly the bytes given, the note on the last page only', async () => {
    const { pdf, pages } = await renderer.renderDocument(longRegister(30));
    expect(pages).toBeGreaterThan(1);
    const { codeQr, note } = sampleProof;
    for (let page = 1; page <= pages; page += 1) {
      const codes = codesOn(pdf, page);
      expect(codes).toContain(`${codeQr}\n`);
      expect(codes.replace(`${codeQr}\n`, '')).toBe(page === pages ? `${note}\n` : '');
    }
  });

  test('FRM-11: without a proof there is no code to be scanned', async () => {
    const { pdf } = await renderer.renderDocument({ ...keyFiling, proof: null });
    expect(codesOn(pdf, 1)).toBe('');
  });
});
