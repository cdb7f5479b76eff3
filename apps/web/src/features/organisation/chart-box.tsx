/** One box of a drawn chart: a title and a line for each name. */
export function ChartBox({
  x,
  y,
  width,
  height,
  title,
  lines,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly lines: readonly string[];
}) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        width={width}
        height={height}
        rx="6"
        className="fill-white stroke-solid-gray-600 stroke-1 forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]"
      />
      <rect
        width={width}
        height="32"
        rx="6"
        className="fill-key-50 stroke-solid-gray-600 stroke-1 forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]"
      />
      <text
        x={width / 2}
        y="21"
        textAnchor="middle"
        className="fill-solid-gray-900 forced-colors:fill-[CanvasText] text-[15px] font-700"
      >
        {title}
      </text>
      {lines.map((line, index) => (
        <text
          key={line}
          x={width / 2}
          y={54 + index * 24}
          textAnchor="middle"
          className="fill-solid-gray-900 forced-colors:fill-[CanvasText] text-[15px]"
        >
          {line}
        </text>
      ))}
    </g>
  );
}
