import { fromUtf8 } from '@kanribo/kernel';
import type { BundleSource } from './bundle-source.ts';
import { entryBytesAtMost } from './entry.ts';
import { parseEntry } from './entry-text.ts';
import { EvidenceFault } from './evidence-fault.ts';
import { entriesName, manifestName, particularsName } from './file-names.ts';
import { limits } from './limits.ts';
import { linesOf } from './lines.ts';
import type { LogName } from './log-name.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import {
  type ParticularsLine,
  type SaltedParticulars,
  parseParticularsLine,
} from './particulars.ts';
import { readWhole } from './small-file.ts';

/** An entry of a bundle as it goes into a log again. */
export interface BundledEntry {
  /** The exact text that is hashed. */
  readonly entry: string;
  readonly particulars: SaltedParticulars | null;
}

/**
 * The manifest of a bundle that was verified before.
 * @throws {EvidenceFault} `bundle-malformed` when it has none that can be read.
 */
export async function readManifest(source: BundleSource): Promise<Manifest> {
  const bytes = await readWhole(source.read(manifestName), limits.manifestBytes);
  const manifest = parseManifest((bytes && fromUtf8(bytes)) ?? '');
  if (!manifest.ok)
    throw new EvidenceFault('bundle-malformed', `${manifestName}: ${manifest.error}`);
  return manifest.value;
}

/**
 * The entries of a log in order, in groups, each with the particulars that are there: what a log
 * is rebuilt from. For a bundle that was verified before; nothing is held to commitments again.
 * @throws {EvidenceFault} `bundle-malformed` on a line that cannot be read.
 */
export async function* readEntries(
  source: BundleSource,
  log: LogName,
): AsyncGenerator<readonly BundledEntry[]> {
  const particulars = readParticulars(source, log);
  let next = await particulars.next();
  const file = entriesName(log);
  for await (const { lines, isUnfinished } of linesOf(source.read(file), entryBytesAtMost)) {
    if (isUnfinished) throw new EvidenceFault('bundle-malformed', `${file}: line-unfinished`);
    const group: BundledEntry[] = [];
    for (const line of lines) {
      const text = fromUtf8(line) ?? '';
      const entry = parseEntry(text);
      if (!entry.ok) throw new EvidenceFault('bundle-malformed', `${file}: ${entry.error}`);
      const found = next.done === true ? undefined : next.value;
      const isFound = found?.sequence === entry.value.sequence;
      group.push({ entry: text, particulars: isFound ? found : null });
      if (isFound) next = await particulars.next();
    }
    yield group;
  }
  if (next.done !== true) {
    throw new EvidenceFault('bundle-malformed', `${particularsName(log)}: particulars-unnamed`);
  }
}

async function* readParticulars(
  source: BundleSource,
  log: LogName,
): AsyncGenerator<ParticularsLine, void> {
  const file = particularsName(log);
  for await (const { lines } of linesOf(source.read(file), limits.particularsLineBytes)) {
    for (const line of lines) {
      const parsed = parseParticularsLine(fromUtf8(line) ?? '');
      if (!parsed.ok) throw new EvidenceFault('bundle-malformed', `${file}: ${parsed.error}`);
      yield parsed.value;
    }
  }
}
