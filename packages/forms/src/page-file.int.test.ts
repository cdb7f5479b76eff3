import { afterAll, describe, expect, test } from 'vitest';
import { changeFiling } from './fixtures/change-filing.ts';
import { handlerList } from './fixtures/handler-list.ts';
import { keyFiling } from './fixtures/key-filing.ts';
import { canReadPages, toolOutput } from './fixtures/pdf-pages.ts';
import { sampleProof } from './fixtures/sample-parts.ts';
import { takeOutRegister } from './fixtures/take-out-register.ts';
import type { OfficeDocument } from './office-document.ts';
import { openFormRenderer } from './renderer.ts';
import type { Section } from './section.ts';

const renderer = openFormRenderer();
afterAll(() => renderer.close());

const withSections = (...sections: readonly Section[]): OfficeDocument => ({
  ...changeFiling,
  sections,
});

const samples = [keyFiling, handlerList, changeFiling, takeOutRegister];

test('FRM-1: the same document gives the same bytes, in one child and in another', async () => {
  const other = openFormRenderer();
  for (const document of samples) {
    const first = await renderer.renderDocument(document);
    const again = await renderer.renderDocument(document);
    const elsewhere = await other.renderDocument(document);
    expect(Buffer.compare(first.pdf, again.pdf)).toBe(0);
    expect(Buffer.compare(first.pdf, elsewhere.pdf)).toBe(0);
  }
  await other.close();
});

test('FRM-2: the file says it is PDF/A-2u, and when', async () => {
  const { pdf } = await renderer.renderDocument(keyFiling);
  const text = Buffer.from(pdf).toString('latin1');
  expect(text).toMatch(/^%PDF-1\.7/u);
  expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
  expect(text).toContain('<pdfaid:conformance>U</pdfaid:conformance>');
  expect(text).toContain('<xmp:CreateDate>2026-11-23T00:00:00');
});

test('FRM-9: a blank title, a code too long to type, a table not rectangular are faults', async () => {
  const columns = [{ head: '番号', share: 1, align: 'center' as const }];
  const wrong: readonly OfficeDocument[] = [
    { ...changeFiling, title: ' 　' },
    { ...changeFiling, proof: { ...sampleProof, typedCode: 'x'.repeat(61) } },
    withSections({ kind: 'table', columns, rows: [['1'], ['1', '2']] }),
    withSections({ kind: 'table', columns: [], rows: [] }),
    withSections({ kind: 'table', columns: [{ head: '', share: 0, align: 'left' }], rows: [] }),
  ];
  for (const document of wrong) {
    await expect(renderer.renderDocument(document)).rejects.toMatchObject({
      name: 'FormsFault',
      code: 'document-malformed',
    });
  }
});

describe.skipIf(!canReadPages)('the file read by other tools', () => {
  test('FRM-2: pages are A4 and every font is embedded and our own', async () => {
    for (const document of samples) {
      const { pdf } = await renderer.renderDocument(document);
      const info = toolOutput('pdfinfo', pdf, ['-']);
      const size = document.orientation === 'portrait' ? '595.276 x 841.89' : '841.89 x 595.276';
      expect(info).toContain(`Page size:       ${size} pts (A4)`);
      const [, , ...fonts] = toolOutput('pdffonts', pdf, ['-']).trimEnd().split('\n');
      for (const font of fonts) {
        expect(font).toMatch(
          /^[A-Z]{6}\+(BIZUDMincho|BIZUDGothic|NotoSerifJP)-Regular +CID TrueType +Identity-H +yes yes yes/u,
        );
      }
    }
  });
});
