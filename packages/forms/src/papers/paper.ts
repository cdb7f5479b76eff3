import type { OfficeDocument } from '../office-document.ts';
import type { PaperInput } from './paper-input.ts';

/** A paper that can be made of a contract: of one filing, or of the contract as a whole. */
export interface Paper {
  /** Name of the declared case it prints, or its own, e.g. `duty-map`. */
  readonly kind: string;
  /** `case`: `PaperInput.subject` is the filing; `whole`: there is no subject. */
  readonly subject: 'case' | 'whole';
  /**
   * The document; pure.
   * @throws {FormsFault} `paper-impossible`.
   */
  readonly make: (input: PaperInput) => OfficeDocument;
}
