import { exhaustive } from '@kanribo/kernel';
import type { OfficeDocument } from '../office-document.ts';
import { appointmentFilingPaper } from './appointment-filing.ts';
import { changeFilingPaper } from './change-filing.ts';
import { dutyMapPaper } from './duty-map.ts';
import { keyFilingPaper } from './key-filing.ts';
import { type PaperInput, type PaperKind, paperKinds } from './paper-input.ts';
import { registerSheetPaper } from './register-sheet.ts';

/**
 * The document that prints a filing, a register or the duty map of a contract. Pure: the same
 * input gives the same document.
 * @throws {FormsFault} `paper-impossible` where the subject is no prepared filing of that kind or
 * the contract is not set up.
 */
export function paperOf(kind: PaperKind, input: PaperInput): OfficeDocument {
  switch (kind) {
    case 'key-filing':
      return keyFilingPaper(input);
    case 'chief-officer-filing':
    case 'audit-officer-filing':
    case 'manager-filing':
    case 'handlers-list':
      return appointmentFilingPaper(kind, input);
    case 'change-filing':
      return changeFilingPaper(input);
    case 'sending':
    case 'take-out':
      return registerSheetPaper(kind, input);
    case 'duty-map':
      return dutyMapPaper(input);
    default:
      return exhaustive(kind);
  }
}

/**
 * The entries whose particulars a paper asks for, in order, so that they can be read beforehand.
 * @throws {FormsFault} as `paperOf` does.
 */
export function particularsNeeded(
  kind: PaperKind,
  input: Omit<PaperInput, 'particularsAt'>,
): readonly number[] {
  const asked = new Set<number>();
  paperOf(kind, {
    ...input,
    particularsAt: (sequence) => {
      asked.add(sequence);
      return { status: 'none' };
    },
  });
  return [...asked].sort((left, right) => left - right);
}

/** Whether a text from outside names a paper. */
export function isPaperKind(text: string): text is PaperKind {
  return paperKinds.some((kind) => kind === text);
}
