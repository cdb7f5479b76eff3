import { profiles } from '@kanribo/annex';
import { textOf } from '../engine/case.ts';
import { casesOf } from '../engine/contract.ts';
import { declareCase } from '../engine/declare.ts';
import { choice, day, evidence } from '../engine/field.ts';
import { misfit } from '../engine/refusal.ts';

const names = [...profiles.values()].map(({ name, title }): [string, string] => [name, title]);

/** The annex the contract is kept under (特記事項の採用): its text by hash, and the profile read from it. */
export const annexAdoption = declareCase({
  name: 'annex',
  preset: 'basics',
  title: '特記事項の採用',
  duty: null,
  fields: {
    text: evidence('特記事項の本文'),
    profile: choice('プロファイル', Object.fromEntries(names)),
    from: day('適用開始日'),
  },
  steps: {
    adopted: {
      title: '採用',
      from: ['new'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: ['text', 'profile', 'from'],
      optional: [],
      forbid: ({ contract, values }) =>
        [...casesOf(contract, 'annex')].at(-1)?.values['text'] === textOf(values, 'text')
          ? misfit('annex-already-adopted')
          : null,
    },
  },
});
