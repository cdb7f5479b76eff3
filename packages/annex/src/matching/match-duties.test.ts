import { expect, test } from 'vitest';
import { isDutyId } from '../duty-ids.ts';
import { parseAnnex } from '../parser/parse-annex.ts';
import { specialProvisions } from '../profiles/special-provisions.ts';
import { clientAnnex, madeUpAnnex, madeUpAnswers } from '../testing/read-annex.ts';
import { citedClauses, isWithin, withoutClause } from '../testing/without-clause.ts';
import { dutyCatalogue } from './duty-catalogue.ts';
import { matchDuties } from './match-duties.ts';

/** Made-up annexes the descriptions have been tuned on. */
const tunedOn = [
  'hillside',
  'riverside',
  'castle',
  'island',
  'fields',
  'bridge',
  'forest',
  'moor',
  'summit',
  'shore',
] as const;

const matchesOf = (text: string) => matchDuties(parseAnnex(text), dutyCatalogue);

/** What stands at the right clause, what at a wrong one, and what is found though it is not there. */
function marksOf(text: string, answers: Readonly<Record<string, readonly string[]>>) {
  const right: string[] = [];
  const wrong: string[] = [];
  const invented: string[] = [];
  for (const match of matchesOf(text)) {
    if (match.status === 'absent') continue;
    const answer = answers[match.duty];
    const line = `${match.duty} ${match.clause}`;
    if (answer?.includes(match.clause) === true) right.push(line);
    else if (answer !== undefined) wrong.push(line);
    else if (match.status === 'stated') invented.push(line);
  }
  return { right: right.length, wrong, invented };
}

test.skipIf(clientAnnex === null)('ANX-14: each duty is stated where the profile says', () => {
  const matches = matchesOf(clientAnnex ?? '');
  for (const match of matches) {
    expect(match).toMatchObject({
      status: 'stated',
      clause: specialProvisions.clauses[match.duty],
    });
  }
});

test.each(tunedOn)(
  'ANX-14: the annex of %s states what its clerk meant, and nothing else',
  (name) => {
    const answers = madeUpAnswers(name);
    const { right, wrong, invented } = marksOf(madeUpAnnex(name), answers);
    expect({ right, wrong, invented }).toEqual({
      right: Object.keys(answers).length,
      wrong: [],
      invented: [],
    });
    expect(Object.keys(answers).filter((duty) => !isDutyId(duty))).toEqual([]);
  },
);

/** Made-up annexes that were written afterwards and are never tuned on. */
const heldOut = ['delta', 'cape'] as const;

test.each(heldOut)('ANX-14: the annex of %s, never tuned on, is matched', (name) => {
  const answers = madeUpAnswers(name);
  const { right, wrong, invented } = marksOf(madeUpAnnex(name), answers);
  expect(right / Object.keys(answers).length).toBeGreaterThanOrEqual(0.9);
  expect({ wrong, invented }).toEqual({ wrong: [], invented: [] });
});

test('ANX-14: a contract without duties of the catalogue states none of them', () => {
  const found = matchesOf(madeUpAnnex('elsewhere')).filter(({ status }) => status !== 'absent');
  expect(found).toEqual([]);
});

const clauseOf = (text: string) => {
  const tree = parseAnnex(text);
  return (removed: string) =>
    new Map(
      matchDuties(withoutClause(tree, removed), dutyCatalogue).map((match) => [match.duty, match]),
    );
};

test.skipIf(clientAnnex === null)(
  'ANX-15: a clause that is taken out takes its duties along, and no others',
  () => {
    const tree = parseAnnex(clientAnnex ?? '');
    const without = clauseOf(clientAnnex ?? '');
    const before = matchDuties(tree, dutyCatalogue);
    for (const removed of citedClauses(tree)) {
      const after = without(removed);
      for (const match of before) {
        if (match.status === 'absent') continue;
        const status = after.get(match.duty)?.status;
        expect(`${removed} ${match.duty} ${status === 'stated'}`).toBe(
          `${removed} ${match.duty} ${!isWithin(match.clause, removed)}`,
        );
      }
    }
  },
);

test('ANX-15: in a made-up annex too, what is taken out is no longer stated', () => {
  const tree = parseAnnex(madeUpAnnex('riverside'));
  const without = clauseOf(madeUpAnnex('riverside'));
  const before = matchDuties(tree, dutyCatalogue);
  for (const removed of citedClauses(tree)) {
    const after = without(removed);
    const still = before.flatMap((match) =>
      match.status === 'stated' &&
      isWithin(match.clause, removed) &&
      after.get(match.duty)?.status === 'stated'
        ? [`${match.duty} without ${removed}`]
        : [],
    );
    expect(still).toEqual([]);
  }
});

const stateOf = (duty: string, text: string) =>
  matchesOf(text).find((match) => match.duty === duty);

test('ANX-16: a word the duty hangs on that is missing, or another party, is a difference', () => {
  const told = '第１条 乙は、特定個人情報を複製してはならない。\n第２条 甲乙協議して定める。';
  expect(stateOf('copy-approval', told)).toMatchObject({
    status: 'different',
    clause: '1',
    missing: ['承認'],
  });
  const asked = '第１条 乙は、甲の承諾を得ないで特定個人情報を複写してはならない。';
  expect(stateOf('copy-approval', asked)).toMatchObject({ status: 'stated' });
  const theirs = '第１条 甲は、記録媒体を送付するときは、暗号化しなければならない。';
  expect(stateOf('media-sending-protection', theirs)).toMatchObject({
    status: 'different',
    isOfOtherParty: true,
  });
});

test('ANX-16: whoever the parties are called, and however a word is spelt', () => {
  for (const text of [
    '第１条 受注者は、発注者の承諾を得ずに持ち出してはならない。場所を問わない。',
    '第１条 受託者は、委託者の許可なく作業場所から持出してはならない。',
    '第１条 乙は、甲が認めた場合を除き、書類を搬出しないこと。',
    '第１条　受託事業者は、市の同意がなければ媒体を持ち出すことができない。',
  ]) {
    expect(stateOf('take-out-approval', text)).toMatchObject({ status: 'stated', clause: '1' });
  }
});

test.skipIf(clientAnnex === null).each([
  ['発注者', '受注者'],
  ['委託者', '受託者'],
  ['市', '受託事業者'],
])('ANX-16: the client’s annex states the same between %s and %s', (client, contractor) => {
  const text = (clientAnnex ?? '').replaceAll('甲', client).replaceAll('乙', contractor);
  for (const match of matchesOf(text)) {
    expect(match).toMatchObject({
      status: 'stated',
      clause: specialProvisions.clauses[match.duty],
    });
  }
});

test('ANX-17: a clause may state several duties, and they know the words they were found by', () => {
  const text = '第１条 乙は、特定個人情報を目的外に利用し、又は第三者に提供してはならない。';
  const matches = matchesOf(text).filter(({ status }) => status === 'stated');
  expect(matches.map(({ duty }) => duty)).toEqual(['purpose-limit', 'third-parties']);
  for (const match of matches) {
    expect(match).toMatchObject({ clause: '1' });
    expect('terms' in match && match.terms.length > 1).toBe(true);
    expect(Object.keys(match).sort()).toEqual(['clause', 'duty', 'score', 'status', 'terms']);
  }
});

test('ANX-17: an item is read with its heading, its lead and what it refers to', () => {
  const text = [
    '（持出し）',
    '第１条 甲の承認を得て持ち出すときは、次による。',
    '⑴ 媒体は暗号化すること。',
    '第２条 乙は、次の事項を守る。',
    '⑴ 甲が認めた場合を除き、書類を持ち出さないこと。',
    '⑵ 前号の場合において、書類は封緘して保護すること。',
  ].join('\n');
  expect(stateOf('take-out-protection', text)).toMatchObject({ status: 'stated' });
  const apart = '第１条 乙は、次の事項を守る。\n⑴ 媒体は暗号化すること。';
  expect(stateOf('take-out-protection', apart)).toMatchObject({ status: 'absent' });
});

test('ANX-17: any text is answered for every duty', () => {
  expect(matchesOf('').every(({ status }) => status === 'absent')).toBe(true);
  expect(matchesOf('').map(({ duty }) => duty)).toEqual(Object.keys(dutyCatalogue));
});
