import type { DutyId } from '@kanribo/annex';
import { isYes, textOf, textsOf } from '../engine/case.ts';
import { type Contract, caseOf } from '../engine/contract.ts';
import type { Attempt, DeviationFound } from '../engine/declaration.ts';
import { choice } from '../engine/field.ts';
import type { WarningCode } from '../refusals/warnings.ts';

const sealing = { 'seal-sticker': '目隠しシール', sealed: '封緘', none: '措置なし' } as const;

/** How what leaves is protected (19(2), 19(3), 20(5)). */
export const protection = choice('保護措置', {
  encrypted: '暗号化',
  'encrypted-locked': '暗号化し、施錠可能な入れ物を使用',
  'hardware-encrypted': '暗号化機能付きの媒体',
  'disk-encrypted': 'ディスク暗号化',
  ...sealing,
});

/** How the papers of a mixed parcel are protected, where the media have a measure of their own. */
export const paperProtection = choice('文書の保護措置（媒体と同梱のとき）', sealing);

const encryption = ['encrypted', 'encrypted-locked', 'hardware-encrypted', 'disk-encrypted'];
const paperMeasures = ['seal-sticker', 'sealed'];

/** What a line carries that needs a seal, and what needs encryption; a key needs neither. */
export function carriedKinds(contract: Contract, things: readonly string[]) {
  const kinds = things.map((thing) => textOf(caseOf(contract, thing)?.values ?? {}, 'kind'));
  return {
    paper: kinds.includes('paper'),
    media: kinds.some((kind) => kind === 'medium' || kind === 'device' || kind === 'package'),
  } as const;
}

/** What was carried without the measure its kind needs, and against which duty that is. */
export function unprotected(
  { contract, values }: Attempt,
  against: { readonly media: DutyId; readonly paper: DutyId },
): readonly DeviationFound[] {
  const measure = textOf(values, 'protection');
  if (measure === null) return [];
  const paperMeasure = textOf(values, 'paperProtection') ?? measure;
  const carried = carriedKinds(contract, textsOf(values, 'things'));
  const found: DeviationFound[] = [];
  if (carried.media && !encryption.includes(measure)) {
    found.push({ code: 'media-unprotected', duty: against.media });
  }
  if (carried.paper && !paperMeasures.includes(paperMeasure)) {
    found.push({ code: 'paper-unprotected', duty: against.paper });
  }
  return found;
}

/** The line says that its media are encrypted, and the record of one of them says otherwise. */
export function contradictedEncryption({ contract, values }: Attempt): readonly WarningCode[] {
  if (!encryption.includes(textOf(values, 'protection') ?? '')) return [];
  const isPlain = textsOf(values, 'things').some((thing) => {
    const found = caseOf(contract, thing)?.values ?? {};
    return (
      textOf(found, 'kind') !== 'paper' &&
      textOf(found, 'kind') !== 'key' &&
      !isYes(found, 'isEncrypted')
    );
  });
  return isPlain ? ['encryption-not-on-record'] : [];
}
