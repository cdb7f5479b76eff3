import qrcode, { type QRCodeErrorCorrectionLevel } from 'qrcode';

/** A two-dimensional code (QR, JIS X 0510) as a picture without its quiet zone. */
export interface CodePicture {
  readonly svg: string;
  /** Its width in modules. */
  readonly modules: number;
}

/** The code of a text in UTF-8; undefined where it is longer than such a code can hold. */
export function qrCode(
  text: string,
  errorCorrectionLevel: QRCodeErrorCorrectionLevel,
): CodePicture | undefined {
  const matrix = matrixOf(text, errorCorrectionLevel);
  if (matrix === undefined) return undefined;
  const { size: modules } = matrix;
  const box = `viewBox="0 0 ${modules} ${modules}" width="${modules}" height="${modules}"`;
  const path = darkRuns(matrix)
    .map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`)
    .join('');
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" ${box}><path d="${path}"/></svg>`,
    modules,
  };
}

interface Matrix {
  readonly size: number;
  get(row: number, column: number): number;
}

function matrixOf(text: string, level: QRCodeErrorCorrectionLevel): Matrix | undefined {
  try {
    const bytes = new TextEncoder().encode(text);
    return qrcode.create([{ data: bytes, mode: 'byte' }], { errorCorrectionLevel: level }).modules;
  } catch {
    return undefined;
  }
}

interface Run {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** Neighbouring dark modules of a row as one bar, so that no hairline shows between them. */
function darkRuns(matrix: Matrix): readonly Run[] {
  const runs: Run[] = [];
  for (let y = 0; y < matrix.size; y += 1) {
    let x = 0;
    while (x < matrix.size) {
      const length = darkFrom(matrix, { x, y });
      if (length > 0) runs.push({ x, y, length });
      x += length + 1;
    }
  }
  return runs;
}

function darkFrom(matrix: Matrix, start: { readonly x: number; readonly y: number }): number {
  let length = 0;
  while (start.x + length < matrix.size && matrix.get(start.y, start.x + length) !== 0) length += 1;
  return length;
}
