import { create } from 'qrcode';

const margin = 4;
const modulePixels = 4;

/** A text as a code to be scanned, drawn as one shape; black on white whatever the theme. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const cells: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (modules.get(row, column) === 1) cells.push(`M${column + margin} ${row + margin}h1v1h-1z`);
    }
  }
  const side = size + 2 * margin;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      width={side * modulePixels}
      height={side * modulePixels}
      className="border border-solid-gray-300 bg-white forced-color-adjust-none"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={cells.join('')} fill="#000" />
    </svg>
  );
}
