import { concatBytes } from '@kanribo/kernel';

/** Some whole lines of a file, without their line feeds. */
export interface LineBatch {
  /** Views that hold until the next batch is asked for. Too long a line is cut after the limit. */
  readonly lines: readonly Uint8Array[];
  /** True of the last batch alone, when the last line did not end in a line feed. */
  readonly isUnfinished: boolean;
}

const lineFeed = 0x0a;

/**
 * The lines of a file, chunk by chunk, however the chunks fall; no byte is looked at twice and only
 * lines that span chunks are copied. A line longer than `bytesAtMost` comes cut to one byte more, so
 * that it is too long for its reader without ever being held in memory.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  bytesAtMost: number,
): AsyncGenerator<LineBatch, void> {
  let begun = new Uint8Array(0);
  for await (const chunk of chunks) {
    const lines: Uint8Array[] = [];
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      lines.push(joined(begun, chunk.subarray(from, end), bytesAtMost));
      begun = new Uint8Array(0);
      from = end + 1;
    }
    if (lines.length > 0) yield { lines, isUnfinished: false };
    begun = joined(begun, chunk.subarray(from), bytesAtMost).slice();
  }
  if (begun.length > 0) yield { lines: [begun], isUnfinished: true };
}

function joined(begun: Uint8Array, rest: Uint8Array, bytesAtMost: number): Uint8Array {
  const room = bytesAtMost + 1 - begun.length;
  const fitting = rest.length > room ? rest.subarray(0, room) : rest;
  return begun.length === 0 ? fitting : concatBytes([begun, fitting]);
}
