import { routes } from '@kanribo/api';
import {
  type Case,
  type Contract,
  type FileRow,
  type SaidByLine,
  casesOf,
  catalogue,
  countOfCases,
  decideMany,
  deviationSentences,
  isVoided,
  linesLike,
  parseCommand,
  repeatsIn,
  tellRefusal,
  textOf,
  tryMany,
  warningSentences,
} from '@kanribo/domain';
import { isJsonObject } from '@kanribo/kernel';
import { tokyoText } from './fake-clock.ts';
import { type Answer, type FakeCall, answered, failed } from './fake-call.ts';
import type { FakeContract } from './fake-contracts.ts';
import { fakeSignIn } from './fake-people.ts';
import { nameOf } from './shown-cases.ts';

/** What the register would say of each row. */
export function previewAnswer(contract: FakeContract, { body }: FakeCall): Answer {
  const { life, now } = contract;
  const sent = sentIn(body);
  const context = { actor: fakeSignIn.person, now };
  const nothing = { step: null, field: null, message: null, detail: null, clause: null };
  const repeats = new Map(repeatsOf(contract, sent).map((repeat) => [repeat.index, repeat]));
  const shown = [...tryMany(life.contract, sent.rows, context)].map((answer, index) => {
    const { line = null, earlier = null } = repeats.get(index) ?? {};
    const name = line === null ? null : nameOf(contract, line);
    const row = earlier === null ? null : (sent.rows[earlier]?.row ?? null);
    const again = repeats.has(index) ? { case: line, name, row } : null;
    if (answer.ok) {
      const { warnings, events } = answer.value;
      const sentences = warnings.map((code) => warningSentences[code]);
      const deviations = events.flatMap(opened);
      const said = { ...nothing, wayOut: [], warnings: sentences, deviations };
      return { isAccepted: true, ...said, repeats: again };
    }
    const { step, code, parameters } = answer.error;
    const { sentence, wayOut } = tellRefusal(answer.error, (id) => nameOf(contract, id));
    const field = textOf(parameters, 'field');
    const told = { step, field, message: sentence, detail: code, clause: null };
    const said = { ...told, wayOut: [...wayOut], warnings: [], deviations: [] };
    return { isAccepted: false, ...said, repeats: again };
  });
  return answered({ rows: shown, struck: struckIn(life.contract, sent) });
}

/** Records all rows or none. */
export function importAnswer(contract: FakeContract, call: FakeCall): Answer {
  const id = call.header('idempotency-key');
  if (!/^[0-9a-f]{32}$/u.test(id)) return failed('malformed', { field: 'Idempotency-Key' });
  const decided = decidedOn(contract, call);
  if (!decided.ok && !contract.knows(id)) {
    const { sentence } = tellRefusal(decided.error, (found) => nameOf(contract, found));
    return failed('misfit', { message: sentence, field: `rows.${decided.error.row ?? 0}` });
  }
  const { life, now } = contract;
  const { receipt, repeated } = contract.once(id, () => {
    if (!decided.ok) return undefined;
    life.on(tokyoText(now)).by(fakeSignIn.person);
    const { subject, sequence, events, warnings } = life.records(decided.value);
    const about = { subject, sequence, entries: events.length, treeSize: life.contract.size };
    const sentences = warnings.map((code) => warningSentences[code]);
    return { ...about, leafHash: '0'.repeat(64), warnings: sentences };
  });
  return answered({ ...Object(receipt), repeated });
}

function decidedOn(contract: FakeContract, { body }: FakeCall) {
  const { life, now } = contract;
  const { knowing, ...sent } = sentIn(body);
  const repeats = repeatsOf(contract, sent).filter(({ index }) => !knowing.has(index));
  const seen = countOfCases(life.contract, sent.declaration);
  const command = { ...sent, repeats, seen };
  return decideMany(life.contract, command, { actor: fakeSignIn.person, now });
}

interface Sent {
  readonly declaration: string;
  readonly file: { readonly name: string; readonly sheet: string | null; readonly digest: string };
  readonly rows: readonly [FileRow, ...FileRow[]];
}

/** The rows as they were sent, and the places of those that are taken knowingly. */
function sentIn(body: unknown): Sent & { readonly knowing: ReadonlySet<number> } {
  const { declaration, file, rows } = routes.importRows.body.parse(body);
  const parsed = rows.flatMap(({ row, steps, isTimeStated }): FileRow[] => {
    const [first, ...later] = steps.flatMap((step) => {
      const command = parseCommand({ declaration, case: null, ...step });
      return command.ok ? [command.value] : [];
    });
    return first === undefined ? [] : [{ row, life: [first, ...later], isTimeStated }];
  });
  const knowing = rows.flatMap(({ isTakenKnowingly }, index) => (isTakenKnowingly ? [index] : []));
  const [first, ...others] = parsed;
  if (first === undefined) throw new TypeError('no row can be read');
  return { declaration, file, rows: [first, ...others], knowing: new Set(knowing) };
}

function repeatsOf(
  contract: FakeContract,
  { declaration: name, rows }: Pick<Sent, 'declaration' | 'rows'>,
) {
  const declaration = catalogue.get(name);
  if (declaration === undefined) return [];
  const lines = linesLike(contract.life.contract, declaration, rows);
  const said = lines.map((line) => [line, saidBy(contract, line)] as const);
  return repeatsIn(declaration, rows, said);
}

function saidBy(contract: FakeContract, { steps, values }: Case): SaidByLine {
  const texts = steps.map(({ sequence }) => contract.beside(sequence));
  return {
    opened: { ...steps[0].values, ...texts[0] },
    now: texts.reduce<SaidByLine['now']>((folded, known) => ({ ...folded, ...known }), values),
  };
}

const struckIn = (contract: Contract, { declaration, file }: Pick<Sent, 'declaration' | 'file'>) =>
  [...casesOf(contract, 'import')].filter(
    (found) =>
      isVoided(found) &&
      textOf(found.values, 'register') === declaration &&
      textOf(found.values, 'digest') === file.digest,
  ).length;

const sentences: ReadonlyMap<string, string> = new Map(Object.entries(deviationSentences));

function opened({
  declaration,
  facts,
}: {
  readonly declaration: string;
  readonly facts: Parameters<typeof textOf>[0];
}): readonly string[] {
  const { values } = facts;
  if (!declaration.startsWith('deviation/opened@') || !isJsonObject(values)) return [];
  return [sentences.get(textOf(values, 'code') ?? '') ?? ''];
}
