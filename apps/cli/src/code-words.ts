import { findIndividualNumbers } from '@kanribo/kernel';
import { CliFault } from './cli-fault.ts';

const shape = /^[a-z0-9][a-z0-9-]{0,63}$/u;
const wanted = '小文字の英字、数字、ハイフンで64文字までです。個人番号は書けません。';

const isCodeWord = (text: string): boolean =>
  shape.test(text) && findIndividualNumbers(text).length === 0;

/**
 * Reads a person's id: it stands in the log for ever, where no name may be.
 * @throws {CliFault} `usage`.
 */
export function readPersonId(text: string): string {
  if (isCodeWord(text)) return text;
  throw new CliFault('usage', `人の番号「${text}」の形が正しくありません。${wanted}`);
}

/**
 * Reads a reason as a code: it stands in the log for ever, where no free text may be.
 * @throws {CliFault} `usage`.
 */
export function readReason(text: string): string {
  if (isCodeWord(text)) return text;
  throw new CliFault('usage', `理由の符号「${text}」の形が正しくありません。${wanted}`);
}
