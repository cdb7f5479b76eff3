import type { JsonObject } from '@kanribo/kernel';
import type { Life } from '../life.ts';
import { paper, setUpContract } from '../sample.ts';
import { written } from './words.ts';

const oral: JsonObject = { ...written, form: 'oral', paperDueOn: '2026-04-30' };

/** What the client says in the sample beside approvals, by declaration. */
export const said = {
  'retention-instruction': { kind: 'paper', keep: 'until-contract-end', contents: '契約終了まで' },
  instruction: { subject: 'closing', duties: ['closing-paper'], contents: '返還' },
  specification: { subject: 'work', duties: ['purpose-limit'], contents: '仕様書のとおり' },
  request: { subject: 'inspection-certificates', contents: '証明書', dueOn: '2026-05-10' },
  statement: { subject: 'witness-difficult', things: [paper], contents: '立会いできない' },
} as const satisfies Readonly<Record<string, JsonObject>>;

/** What the contractor's questions to the client and the client's other words go through. */
export function consultationsLife(): Life {
  const life = setUpContract();
  life.takes('standing-questions', 'started', {});
  consults(life);
  for (const [name, about] of Object.entries(said)) isTold(life, name, about);
  answers(life);
  return life;
}

/** How the first question is asked, and by when the client agreed to answer. */
export const asking: JsonObject = {
  askedOf: '区 担当',
  askedBy: 'meeting',
  expectedOn: '2026-05-01',
};

function consults(life: Life): void {
  const about = { case: 'consultation-1' };
  life.takes('consultation', 'asked', asking, about);
  isTold(life, 'answer', { consultation: about.case, contents: '対象となる' });
  life.takes('consultation', 'decided', { decision: '年度ごとに承認を受ける' }, about);
  const corrected = { correctionReason: '書き誤り', remarks: '訂正' };
  life.takes('consultation', 'corrected', corrected, about);
  const needless = { withdrawnBecause: '該当しない' };
  life.takes('consultation', 'withdrawn', needless, { case: 'consultation-2' });
}

/** Said by word of mouth, replaced, put on paper, taken back and denied. */
function isTold(life: Life, name: string, about: JsonObject): void {
  const first = life.takes(name, 'given', { ...about, ...oral }).subject;
  const isAuto = name === 'retention-instruction';
  const next = { ...about, ...written, ...(isAuto ? {} : { replaces: first }) };
  const { subject } = life.takes(name, 'given', next);
  life.takes(name, 'confirmed', { clientReference: '区発第9号' }, { case: subject });
  life.takes(name, 'withdrawn', { withdrawnBecause: '区の指示' }, { case: subject });
  life.takes(name, 'contradicted', { contradictedBecause: '述べていない' }, { case: subject });
}

function answers(life: Life): void {
  const { subject } = life.takes('request', 'given', { ...said.request, ...written });
  life.on('2026-05-11 09:00');
  life.takes('request', 'answered', { answerText: '報告書のとおり' }, { case: subject });
}
