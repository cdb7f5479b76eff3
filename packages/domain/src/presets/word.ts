import { type DutyId, isDutyId } from '@kanribo/annex';
import type { JsonObject } from '@kanribo/kernel';
import { textOf, textsOf } from '../engine/case.ts';
import type { Attempt, CaseDeclaration, Consequence, Step } from '../engine/declaration.ts';
import { declareCase } from '../engine/declare.ts';
import { type Fields, day, oneOf, text } from '../engine/field.ts';
import {
  officerOf,
  saidByAccount,
  spokenWarning,
  wordDetails,
  wordDoesNotFit,
  wordFields,
  wordKeepers,
} from './clients-word.ts';

/** What one word of the client that approves nothing declares beside what all words have. */
export interface Word {
  readonly name: string;
  readonly title: string;
  /** The duty it follows from; null where that hangs on its subject. */
  readonly duty: DutyId | null;
  /** The duty one of them is about where the declaration has none; else the first it names. */
  readonly dutyOf?: (values: JsonObject) => DutyId | undefined;
  readonly fields: Fields;
  /** What it is about. */
  readonly says: readonly string[];
  readonly maySay?: readonly string[];
  readonly forbid?: Step['forbid'];
  readonly also?: Step['also'];
  /** Older words it takes the place of, beside the one it names. */
  readonly replaces?: (attempt: Attempt) => readonly string[];
  /** Steps that come after the word was given. */
  readonly later?: Readonly<Record<string, Step>>;
  /** Statuses of those steps after which nothing more is expected. */
  readonly laterFinal?: readonly string[];
  readonly indexedBy?: readonly string[];
}

/**
 * A word of the client that approves nothing (指示・仕様・求め・申出・回答): given → confirmed when the
 * paper of an oral one came → replaced by a newer one of the same subject, withdrawn, or
 * contradicted where the client never said it.
 */
export function word(declared: Word): CaseDeclaration {
  const { name, title, duty, fields, later = {}, laterFinal = [], indexedBy = [] } = declared;
  return declareCase({
    name,
    preset: 'word',
    title,
    duty,
    fields: { ...fields, ...wordFields, replaces: oneOf('置き換えるもの', name), ...endFields },
    steps: { given: giving(declared), ...standing, ...later, ...ending(declared) },
    final: ['replaced', 'withdrawn', 'contradicted', ...laterFinal],
    indexedBy,
  });
}

const endFields: Fields = {
  withdrawnBecause: text('取消しの理由', 400),
  replacedFrom: day('新しいものが始まる日'),
  contradictedBecause: text('述べていないとする理由', 400),
};

function giving(declared: Word): Step {
  const { title, says, maySay = [], forbid, also } = declared;
  return {
    title: `${title}の記録`,
    from: ['new'],
    nature: 'fact',
    by: wordKeepers,
    required: [...says, 'from', 'form'],
    optional: ['until', 'replaces', ...maySay, ...wordDetails],
    fill: officerOf,
    forbid: (attempt) => wordDoesNotFit(attempt) ?? forbid?.(attempt) ?? null,
    warnings: spokenWarning,
    also: (attempt) => [...replacing(declared, attempt), ...(also?.(attempt) ?? [])],
  };
}

/** What it names as replaced, and what has the same subject, ends on the day it begins. */
function replacing({ name, replaces }: Word, attempt: Attempt): readonly Consequence[] {
  const named = textOf(attempt.values, 'replaces');
  const older = new Set([...(named === null ? [] : [named]), ...(replaces?.(attempt) ?? [])]);
  const values = { replacedFrom: textOf(attempt.values, 'from') };
  return [...older].map((replaced) => ({
    declaration: name,
    step: 'replaced',
    case: replaced,
    values,
  }));
}

const standing: Readonly<Record<string, Step>> = {
  confirmed: {
    title: '書面の受領',
    from: ['given'],
    nature: 'fact',
    by: wordKeepers,
    required: ['clientReference'],
    optional: ['paper'],
  },
  replaced: {
    title: '新しいものへの置換え',
    from: ['given', 'confirmed'],
    nature: 'fact',
    by: ['software'],
    required: ['replacedFrom'],
    optional: [],
  },
};

function firstNamed(values: JsonObject): DutyId | undefined {
  return textsOf(values, 'duties').find(isDutyId);
}

function ending({
  duty,
  dutyOf = firstNamed,
  laterFinal = [],
}: Word): Readonly<Record<string, Step>> {
  const end = { nature: 'fact', by: wordKeepers, optional: [] } as const;
  return {
    withdrawn: {
      ...end,
      title: '取消しの記録',
      from: ['given', 'confirmed'],
      required: ['withdrawnBecause'],
      forbid: saidByAccount,
    },
    contradicted: {
      ...end,
      title: '述べていない旨の申出',
      from: ['given', 'confirmed', 'replaced', 'withdrawn', ...laterFinal],
      required: ['contradictedBecause'],
      deviations: ({ values }) => {
        const about = duty ?? dutyOf(values);
        return about === undefined ? [] : [{ code: 'word-contradicted', duty: about }];
      },
    },
  };
}
