import qrcode from 'qrcode';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleProof } from '../fixtures/sample-parts.ts';
import { FormsFault } from '../forms-fault.ts';
import { proofCodes } from './proof-codes.ts';
import { qrCode } from './qr-code.ts';

/** The modules a picture's bars cover, row by row. */
function modulesOf(svg: string, size: number): readonly number[] {
  const modules = Array.from({ length: size * size }, () => 0);
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/gu)) {
    const start = Number(y) * size + Number(x);
    modules.fill(1, start, start + Number(length));
  }
  return modules;
}

test('FRM-10: the picture of a code has exactly the dark modules of the code', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 100 }), (text) => {
      const picture = qrCode(text, 'M');
      const data = new TextEncoder().encode(text);
      const { modules } = qrcode.create([{ data, mode: 'byte' }], { errorCorrectionLevel: 'M' });
      expect(picture?.modules).toBe(modules.size);
      expect(modulesOf(picture?.svg ?? '', modules.size)).toEqual(Array.from(modules.data));
    }),
    { numRuns: 25 },
  );
});

test('FRM-12: codes as long as real ones are taken, several cosignatures included', () => {
  const cosignature = `— witness.example ${'A'.repeat(104)}\n`;
  expect(() => proofCodes(sampleProof)).not.toThrow();
  expect(() =>
    proofCodes({ ...sampleProof, note: sampleProof.note + cosignature.repeat(4) }),
  ).not.toThrow();
});

test('FRM-12: a text that makes a code too fine is a fault', () => {
  const tooLong = [
    { ...sampleProof, codeQr: 'x'.repeat(160) },
    { ...sampleProof, note: 'x'.repeat(1_200) },
    { ...sampleProof, note: 'x'.repeat(10_000) },
  ];
  for (const proof of tooLong) {
    expect(() => proofCodes(proof)).toThrow(
      expect.objectContaining({ name: 'FormsFault', code: 'code-too-long' }),
    );
  }
  expect(() => proofCodes({ ...sampleProof, note: 'x'.repeat(1_000) })).not.toThrow(FormsFault);
});
