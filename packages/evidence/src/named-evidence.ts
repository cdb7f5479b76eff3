import type { Entry } from './entry.ts';
import { documentName, evidenceName } from './file-names.ts';
import { logDeclarations } from './log-declarations.ts';
import type { LogName } from './log-name.ts';
import { evidenceReferences, referencePrefix } from './references.ts';

/** Evidence that an entry names, and the file of a bundle it belongs in. */
export interface NamedFile {
  readonly digest: string;
  readonly file: string;
  /** The first entry that names it. */
  readonly log: LogName;
  readonly sequence: number;
}

interface FirstNaming {
  readonly log: LogName;
  readonly sequence: number;
  isDocument: boolean;
}

/** The evidence that entries name, each digest once. */
export class NamedEvidence {
  readonly #namings = new Map<string, FirstNaming>();

  take(log: LogName, entry: Entry): void {
    const isDocument = entry.declaration === logDeclarations.rendered;
    for (const digest of evidenceReferences(entry.facts)) {
      const naming = this.#namings.get(digest);
      if (naming === undefined) {
        this.#namings.set(digest, { log, sequence: entry.sequence, isDocument });
      } else if (isDocument) {
        naming.isDocument = true;
      }
    }
  }

  /** A document once an entry `document/rendered@1` has named it, otherwise evidence. */
  *files(): Generator<NamedFile> {
    for (const [digest, { log, sequence, isDocument }] of this.#namings) {
      const file = isDocument ? documentName(digest) : evidenceName(digest);
      yield { digest, file, log, sequence };
    }
  }
}

/** Whether the canonical text of an entry may name evidence; that of most entries does not. */
export const mayNameEvidence = (text: string): boolean => text.includes(referencePrefix);
