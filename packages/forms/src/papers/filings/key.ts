import type { OfficeDocument } from '../../office-document.ts';
import { contractSection, filed, remarks, titleOf } from '../letterhead.ts';
import type { PaperInput } from '../paper-input.ts';
import { fieldOf, printed } from '../printed-values.ts';
import { preparedFiling } from '../reading.ts';

const howToUse = [
  'この書面に受付印を押して、記録を確かめる必要がある間、委託者で保管し、控えを受託者にお返しください。',
  '受託者から記録の控え（バンドル）を受け取ったら、この検証鍵を一行だけ書いたファイル（例：keys.txt）を用意し、「kanribo verify 控え --key keys.txt」で照合してください。受託者の助けは要りません。',
  '検証鍵は、控えに入っているものではなく、この書面のものを使ってください。データで受け取るときは、そのSHA-256（改行を含めない一行分）が上の指紋と一致することを確かめてください。一字でも異なるときは使わずに、受託者にお知らせください。',
  '今後の書面の各ページの下にある符号も、同じように控えと照合できます。',
];

/**
 * Filing of the verifier key (検証鍵の届出): what the client verifies every later paper with.
 * The fingerprint is the SHA-256 of the key's text, without a line end.
 */
export function keyFilingPaper(input: PaperInput): OfficeDocument {
  const { filing, reading } = preparedFiling(input, 'key-filing');
  const row = (name: string, change: (text: string) => string = (text) => text) => ({
    label: fieldOf('key-filing', name).label,
    value: change(printed(reading, filing, name)),
    code: true,
  });
  return filed(input, reading, {
    title: titleOf('key-filing'),
    lead: '下記の契約に係る記録が後から変えられていないことを、委託者において確かめるための検証鍵を、下記のとおり届け出ます。',
    sections: [
      contractSection(input, { reading, heading: '１　契約' }),
      {
        kind: 'fields',
        heading: '２　検証鍵',
        rows: [row('origin'), row('verifierKey'), row('fingerprint', inGroups)],
      },
      { kind: 'paragraphs', heading: '３　保管と使い方', paragraphs: howToUse },
      ...remarks(reading, filing),
    ],
  });
}

const groupsInLine = 8;

/** Hexadecimal digits in groups of four, eight groups in a line; other texts stay as they are. */
function inGroups(text: string): string {
  const digits = text.replace(/^sha256:/u, '');
  if (!/^[0-9a-f]+$/iu.test(digits)) return text;
  const groups = digits.match(/.{1,4}/gu) ?? [];
  const lines: string[] = [];
  for (let start = 0; start < groups.length; start += groupsInLine) {
    lines.push(groups.slice(start, start + groupsInLine).join(' '));
  }
  return lines.join('\n');
}
