import { expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import { idsInRefusal, tellRefusal } from './refusal-words.ts';
import { met } from './testing/met.ts';

const declared = [...catalogue.keys()].join('|');
const rawId = new RegExp(`(?:${declared})-\\d`, 'u');

test.each(Object.entries(met))(
  'DOM-48: what a refusal says shows no id of a case or person: %s',
  (_, meet) => {
    const refusal = meet();
    for (const told of [tellRefusal(refusal), tellRefusal(refusal, () => '見本')]) {
      for (const sentence of [told.sentence, ...told.wayOut]) expect(sentence).not.toMatch(rawId);
    }
    const named = tellRefusal(refusal, (id) => (idsInRefusal(refusal).includes(id) ? '名' : id));
    for (const sentence of [named.sentence, ...named.wayOut]) expect(sentence).not.toMatch(rawId);
  },
);

test('DOM-48: a case without a name at hand is said by its title and number', () => {
  const { sentence } = tellRefusal(met['thing-not-here']());
  expect(sentence).toMatch(/^対象物 \d+ は現在手元にありません（持出中：持出管理簿 \d+）。$/u);
});

test('DOM-48: a status is said by its title', () => {
  expect(tellRefusal(met['not-in-step']()).sentence).toBe(
    '対象物 は「未登録」の状態のため、この操作はできません。',
  );
});
