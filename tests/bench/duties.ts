import { type Contract, type Question, answer } from '@kanribo/domain';
import { type Day, momentOf, parseDay } from '@kanribo/kernel';
import { grownContract } from './parts/grown-contract.ts';
import { type Report, medianOf, rough } from './parts/report.ts';

const size = 50_000;
const smallSize = 5_000;
const warming = 15;
const rounds = 21;
const limit = 100;
const asker = { actor: 'software', now: momentOf(Date.parse('2026-12-30T10:00:00+09:00')) };
const [today, earlier] = [dayIn('2026-12-30'), dayIn('2026-08-31')];

/** Limits of the ratios: of times to their limits, and of a register to a tenth of it. */
export const limits = {
  'duty map / 100 ms (time)': '1 以下',
  'slowest question / 50 ms (time)': '1 以下',
  'duty map, 50,000 / 5,000 entries (time)': '1.3 以下',
  'slowest question, 50,000 / 5,000 entries (time)': '1.3 以下',
};

/**
 * Questions to a contract with 50,000 entries and 200 people, and to one with a tenth of them. What
 * reads a whole register by its nature is held to its time only; how it grows is a figure.
 */
export async function run(): Promise<Report> {
  const contracts = { small: grownContract(smallSize), large: grownContract(size) };
  const times = Object.entries({ ...questions, ...wholeQuestions }).map(([name, question]) => ({
    name,
    question,
    ...timesOf(contracts, question),
  }));
  return reportOf(contracts.large.size, times);
}

/** What is asked of the day, with a page where a list is asked. */
const questions: Readonly<Record<string, Question>> = {
  'duty map': { kind: 'duty-map', day: today },
  standing: { kind: 'standing', duty: 'take-out-register', day: today },
  'register, first page': { kind: 'register', declaration: 'take-out', limit },
  'register, a later page': { kind: 'register', declaration: 'use', after: 'use-450', limit },
  case: { kind: 'case', case: 'take-out-1' },
  'whereabouts, first page': { kind: 'whereabouts', day: today, limit },
  'ending soon': { kind: 'ending-soon', day: today },
  'related staff': { kind: 'related-staff', day: today },
  'subcontract tree': { kind: 'subcontract-tree', day: today },
};

/** What is asked of a past day, or names every line of a register. */
const wholeQuestions: Readonly<Record<string, Question>> = {
  'duty map, four months ago': { kind: 'duty-map', day: earlier },
  reconciliation: { kind: 'reconciliation', day: today },
  'client words': { kind: 'client-words', day: today },
  'compliance report': { kind: 'compliance-report', day: today },
};

interface Times {
  readonly name: string;
  readonly question: Question;
  readonly small: number;
  readonly large: number;
}

/** Median milliseconds of a question to both, asked by turns once both are warm. */
function timesOf(
  contracts: { readonly small: Contract; readonly large: Contract },
  asked: Question,
) {
  const [small, large]: [number[], number[]] = [[], []];
  for (let round = -warming; round < rounds; round += 1) {
    const times = [millisecondsOf(contracts.small, asked), millisecondsOf(contracts.large, asked)];
    if (round < 0) continue;
    small.push(times[0] ?? 0);
    large.push(times[1] ?? 0);
  }
  return { small: medianOf(small), large: medianOf(large) };
}

function millisecondsOf(contract: Contract, question: Question): number {
  const start = performance.now();
  const told = answer(contract, question, asker);
  const taken = performance.now() - start;
  if (!told.ok) throw new RangeError(`${question.kind}: ${told.error.code}`);
  return taken;
}

function reportOf(entries: number, times: readonly Times[]): Report {
  const map = slowestOf(times, ({ name }) => name === 'duty map');
  const slowest = slowestOf(times, ({ question }) => question.kind !== 'duty-map');
  const growing = slowestOf(
    times,
    ({ name, question }) => Object.hasOwn(questions, name) && question.kind !== 'duty-map',
  );
  const figures = times.flatMap(({ name, small, large }) => [
    [`${name}, ms`, rough(large)] as const,
    [`${name}, 50,000 / 5,000 entries (time)`, rough(large / small)] as const,
  ]);
  return {
    bench: 'duties',
    ratios: {
      'duty map / 100 ms (time)': rough(map.large / 100),
      'slowest question / 50 ms (time)': rough(slowest.large / 50),
      'duty map, 50,000 / 5,000 entries (time)': rough(map.large / map.small),
      'slowest question, 50,000 / 5,000 entries (time)': rough(growing.large / growing.small),
    },
    figures: { entries, ...Object.fromEntries(figures) },
  };
}

function slowestOf(times: readonly Times[], isMeant: (one: Times) => boolean): Times {
  return times.filter(isMeant).reduce((one, other) => (other.large > one.large ? other : one));
}

function dayIn(text: string): Day {
  const day = parseDay(text);
  if (!day.ok) throw new RangeError(text);
  return day.value;
}
