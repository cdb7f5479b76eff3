import { chooseLines, chooseThings, declarationOf, namesOfThing, routes } from '@kanribo/api';
import { dutyTitles } from '@kanribo/annex';
import {
  type Contract,
  caseOf,
  catalogue,
  clauseOf,
  decide,
  dutyMap,
  parseCommand,
  remarkSentences,
  warningSentences,
  tellRefusal,
  balanceOn,
  casesOf,
  thingKinds,
  thingsPlacedOn,
} from '@kanribo/domain';
import { type Day, addDays, dayOf, parseDay } from '@kanribo/kernel';
import { type Answer, type Answering, type FakeCall, answered, failed } from './fake-call.ts';
import { type FakeContract, type FakeContracts, sha256Hex } from './fake-contracts.ts';
import { type FakePeople, fakeSignIn } from './fake-people.ts';
import { lineOf, nameOf, namesIn, shownCase } from './shown-cases.ts';
import { importAnswer, previewAnswer } from './import-answers.ts';
import { tasksOf } from './shown-tasks.ts';
import { fakeNow, tokyoText } from './fake-clock.ts';

type InContract = (contract: FakeContract, call: FakeCall) => Answer;

/** Everything of one contract the screens ask, answered by the domain itself. */
export function contractAnswers(
  contracts: FakeContracts,
  _people: FakePeople,
): ReadonlyMap<string, Answering> {
  const within =
    (answer: InContract): Answering =>
    (call) => {
      const found = contracts.of(call.params['contract'] ?? '');
      return found === undefined ? failed('not-found') : answer(found, call);
    };
  const answers: readonly (readonly [string, InContract])[] = [
    ['contract', head],
    ['declarations', () => answered({ declarations: [...catalogue.values()].map(declarationOf) })],
    ['dutyMap', mapAnswer],
    ['today', todayAnswer],
    ['calendar', calendarAnswer],
    ['register', registerAnswer],
    ['case', caseAnswer],
    ['execute', executeAnswer],
    ['tryOut', tryOutAnswer],
    ['previewImport', previewAnswer],
    ['importRows', importAnswer],
    ['whereabouts', whereaboutsAnswer],
    ['keepEvidence', (_, { bytes }) => answered({ digest: sha256Hex(bytes), bytes: bytes.length })],
  ];
  return new Map(answers.map(([name, answer]) => [name, within(answer)]));
}

const dayIn = (text: string | undefined): Day | undefined => {
  const parsed = parseDay(text ?? '');
  return parsed.ok ? parsed.value : undefined;
};

function head({ id, life, today }: FakeContract): Answer {
  return answered({
    id,
    isSetUp: true,
    title: '見本業務委託',
    client: '見本区',
    contractor: '見本株式会社',
    startsOn: '2026-04-01',
    endsOn: '2027-03-31',
    size: life.contract.size,
    today,
    roles: ['chief-officer', 'manager'],
    auditUntil: null,
    profile: 'special-provisions@1',
    readOnly: false,
  });
}

function standingsOf(contract: Contract, day: Day) {
  return dutyMap(contract, day).map(({ remarks, ...standing }) => ({
    ...standing,
    title: dutyTitles[standing.duty],
    clause: clauseOf(contract, standing.duty, day),
    remarks: remarks.map((code) => remarkSentences[code]),
  }));
}

function mapAnswer(contract: FakeContract, { query }: FakeCall): Answer {
  const day = dayIn(query['day']) ?? contract.today;
  return answered({ day, standings: standingsOf(contract.known(dayIn(query['known'])), day) });
}

function todayAnswer(contract: FakeContract): Answer {
  const { life, today } = contract;
  const since = life.stored[20]?.recorded.recordedAt ?? null;
  const unwitnessed = { entries: Math.max(0, life.contract.size - 20), since };
  const tasks = tasksOf(life.contract, today);
  const cases = tasks.flatMap((task) =>
    [task.case, task.of].flatMap((id) => caseOf(life.contract, id ?? '') ?? []),
  );
  return answered({ day: today, tasks, names: namesIn(contract, cases), unwitnessed });
}

function calendarAnswer({ life: { contract }, today }: FakeContract): Answer {
  const changes = [];
  let before = standingsOf(contract, today);
  for (let ahead = 1; ahead <= 90; ahead += 1) {
    const on = addDays(today, ahead);
    const after = standingsOf(contract, on);
    for (const [index, { duty, title, clause, status }] of after.entries()) {
      const from = before[index]?.status ?? status;
      if (from !== status) changes.push({ on, duty, title, clause, from, to: status });
    }
    before = after;
  }
  return answered({ changes });
}

function registerAnswer(contract: FakeContract, { params, query }: FakeCall): Answer {
  const found = catalogue.get(params['declaration'] ?? '');
  if (found === undefined) return failed('not-found');
  const { after, limit, ...choice } = routes.register.query.parse(query);
  const all = [...casesOf(contract.life.contract, found.name)];
  const chosen = chooseLines({
    declaration: declarationOf(found),
    lines: all.map((one) => lineOf(contract, one)),
    nameOf: (id) => nameOf(contract, id),
    choice,
    after,
    limit,
  });
  return answered({ ...chosen, names: namesIn(contract, all) });
}

function caseAnswer(contract: FakeContract, { params }: FakeCall): Answer {
  const found = caseOf(contract.life.contract, params['case'] ?? '');
  if (found === undefined) return failed('not-found');
  const shown = shownCase(contract, found);
  const etag = { etag: `"${shown.version}"` };
  return answered({ case: shown, names: namesIn(contract, [found]) }, etag);
}

function executeAnswer(contract: FakeContract, call: FakeCall): Answer {
  const id = call.header('idempotency-key');
  if (!/^[0-9a-f]{32}$/u.test(id)) return failed('malformed', { field: 'Idempotency-Key' });
  const command = parseCommand(call.body);
  if (!command.ok) return failed('malformed', { field: command.error.key });
  const { life, now } = contract;
  if (command.value.case !== null) {
    const version = caseOf(life.contract, command.value.case)?.steps.at(-1)?.sequence;
    if (call.header('if-match') !== `"${version}"`) return failed('changed-meanwhile');
  }
  const decided = decide(life.contract, command.value, { actor: fakeSignIn.person, now });
  if (!decided.ok) return refused(contract, decided.error);
  const { receipt, repeated } = contract.once(id, () => {
    life.on(tokyoText(now)).by(fakeSignIn.person);
    const { subject, sequence, events, warnings } = life.records(decided.value);
    const words = warnings.map((code) => warningSentences[code]);
    const size = life.contract.size;
    const about = { subject, sequence, entries: events.length, treeSize: size };
    return { ...about, leafHash: '0'.repeat(64), warnings: words };
  });
  return answered({ ...Object(receipt), repeated });
}

type Refusal = Extract<ReturnType<typeof decide>, { ok: false }>['error'];

function refused(contract: FakeContract, refusal: Refusal): Answer {
  const { code, duty, house } = refusal;
  const { sentence, wayOut } = tellRefusal(refusal, (id) => nameOf(contract, id));
  const cited =
    duty === null ? {} : { duty, clause: clauseOf(contract.life.contract, duty, dayOf(fakeNow())) };
  const said = { message: sentence, detail: code, house, wayOut: [...wayOut] };
  return failed(duty === null ? 'misfit' : 'refused', { ...said, ...cited });
}

function tryOutAnswer(contract: FakeContract, { body }: FakeCall): Answer {
  const command = parseCommand(body);
  if (!command.ok) return failed('malformed', { field: command.error.key });
  const { life, now } = contract;
  const decided = decide(life.contract, command.value, { actor: fakeSignIn.person, now });
  if (!decided.ok) return refused(contract, decided.error);
  return answered({ warnings: decided.value.warnings.map((code) => warningSentences[code]) });
}

function whereaboutsAnswer(contract: FakeContract, { query }: FakeCall): Answer {
  const { life, today } = contract;
  const { after, limit, ...choice } = routes.whereabouts.query.parse(query);
  const name = (id: string) => nameOf(contract, id);
  const { things, total, next } = chooseThings({
    things: thingsPlacedOn(life.contract, today),
    nameOf: name,
    kinds: thingKinds,
    choice,
    after,
    limit,
  });
  const { place = [], custodian = [] } = choice;
  const ids = [...things.flatMap(namesOfThing), place, custodian].flat();
  const names = Object.fromEntries(ids.map((id) => [id, name(id)]));
  return answered({ things, names, balance: balanceOn(life.contract, today), total, next });
}
