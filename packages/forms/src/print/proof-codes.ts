import { FormsFault } from '../forms-fault.ts';
import type { Proof } from '../office-document.ts';
import { type CodePicture, qrCode } from './qr-code.ts';

/** The two codes of a proof as SVG. */
export interface ProofCodes {
  readonly head: string;
  readonly note: string;
}

// A module of at least 0.33 mm survives a fax; one of 0.25 mm an office's copier and scanner.
const headModules = Math.floor(16 / 0.33);
const noteModules = Math.floor(28 / 0.25);

/**
 * The code of size and root for every page and the code of the whole note for the last one.
 * @throws {FormsFault} `code-too-long` where a text makes a code too fine to be read off paper.
 */
export function proofCodes(proof: Proof): ProofCodes {
  return {
    head: readable(proof.codeQr, headModules),
    note: readable(proof.note, noteModules),
  };
}

function readable(text: string, mostModules: number): string {
  const fits = (code: CodePicture | undefined): code is CodePicture =>
    code !== undefined && code.modules <= mostModules;
  const code = [qrCode(text, 'M'), qrCode(text, 'L')].find(fits);
  if (code === undefined) throw new FormsFault('code-too-long', `${text.length} characters`);
  return code.svg;
}
