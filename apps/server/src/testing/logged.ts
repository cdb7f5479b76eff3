import type { LogKey } from '@kanribo/application';
import type { Parts } from '../parts.ts';

/** All a log holds, one entry a line. */
export function logged({ store }: Pick<Parts, 'store'>, key: LogKey): Promise<readonly string[]> {
  return store.snapshot(async (reader) => {
    const size = (await reader.head(key))?.size ?? 0;
    const lines: string[] = [];
    for await (const batch of reader.entries(key, { from: 0, to: size })) {
      lines.push(...batch.map((bytes) => new TextDecoder().decode(bytes)));
    }
    return lines;
  });
}
