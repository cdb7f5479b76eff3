/** What a benchmark module answers. */
export interface Measured {
  readonly bench: string;
  readonly ratios: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, number>>;
  /** The limit of a ratio, as text; ratios without one stand for themselves. */
  readonly limits: Readonly<Record<string, string>>;
}

/**
 * Runs a benchmark module and reads its answer; undefined unless it is one: `run()` answers
 * `{bench, ratios, figures}`, and `limits`, if exported, has a text for each ratio that has one.
 */
export async function parseMeasured(module: unknown): Promise<Measured | undefined> {
  if (!isRecord(module)) return undefined;
  const { run, limits = {} } = module;
  if (typeof run !== 'function') return undefined;
  const answer: unknown = await Reflect.apply(run, undefined, []);
  if (!isRecord(answer)) return undefined;
  const { bench, ratios, figures } = answer;
  if (typeof bench !== 'string' || !isOf(ratios, isNumber) || !isOf(figures, isNumber)) {
    return undefined;
  }
  return isOf(limits, isText) ? { bench, ratios, figures, limits } : undefined;
}

/** The answer as a table for people: ratios with their limits, then the figures. */
export function tableOf({ bench, ratios, figures, limits }: Measured): string {
  const rows = [
    ['比', '測定', '目標'],
    ...Object.entries(ratios).map(([name, ratio]) => [name, rounded(ratio), limits[name] ?? '―']),
    ['数値', '測定', ''],
    ...Object.entries(figures).map(([name, figure]) => [name, rounded(figure), '']),
  ];
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return [
    bench,
    ...rows.map(([name = '', value = '', limit = '']) =>
      `  ${name.padEnd(width)}  ${value.padStart(12)}  ${limit}`.trimEnd(),
    ),
  ].join('\n');
}

const rounded = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string';

function isOf<Value>(
  value: unknown,
  is: (part: unknown) => part is Value,
): value is Readonly<Record<string, Value>> {
  return isRecord(value) && Object.values(value).every((part) => is(part));
}
