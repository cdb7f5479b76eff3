import { routes } from '@kanribo/api';
import {
  type LifeOfRow,
  decideMany,
  deviationSentences,
  parseCommand,
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
  const { rows } = livesIn(body);
  const context = { actor: fakeSignIn.person, now };
  const nothing = { step: null, field: null, message: null, detail: null, clause: null };
  const shown = [...tryMany(life.contract, rows, context)].map((answer) => {
    if (answer.ok) {
      const { warnings, events } = answer.value;
      const sentences = warnings.map((code) => warningSentences[code]);
      const deviations = events.flatMap(opened);
      return { isAccepted: true, ...nothing, wayOut: [], warnings: sentences, deviations };
    }
    const { step, code, parameters } = answer.error;
    const { sentence, wayOut } = tellRefusal(answer.error, (id) => nameOf(contract, id));
    const field = textOf(parameters, 'field');
    const told = { step, field, message: sentence, detail: code, clause: null };
    return { isAccepted: false, ...told, wayOut: [...wayOut], warnings: [], deviations: [] };
  });
  return answered({ rows: shown });
}

/** Records all rows or none. */
export function importAnswer(contract: FakeContract, call: FakeCall): Answer {
  const id = call.header('idempotency-key');
  if (!/^[0-9a-f]{32}$/u.test(id)) return failed('malformed', { field: 'Idempotency-Key' });
  const { life, now } = contract;
  const context = { actor: fakeSignIn.person, now };
  const decided = decideMany(life.contract, livesIn(call.body).rows, context);
  if (!decided.ok) {
    const { sentence } = tellRefusal(decided.error, (found) => nameOf(contract, found));
    return failed('misfit', { message: sentence, field: `rows.${decided.error.row}` });
  }
  const { receipt, repeated } = contract.once(id, () => {
    life.on(tokyoText(now)).by(fakeSignIn.person);
    const { subject, sequence, events, warnings } = life.records(decided.value);
    const about = { subject, sequence, entries: events.length, treeSize: life.contract.size };
    const sentences = warnings.map((code) => warningSentences[code]);
    return { ...about, leafHash: '0'.repeat(64), warnings: sentences };
  });
  return answered({ ...Object(receipt), repeated });
}

function livesIn(body: unknown): { readonly rows: readonly LifeOfRow[] } {
  const { declaration, rows } = routes.importRows.body.parse(body);
  const lives = rows.flatMap(({ steps }): LifeOfRow[] => {
    const [first, ...later] = steps.flatMap((step) => {
      const command = parseCommand({ declaration, case: null, ...step });
      return command.ok ? [command.value] : [];
    });
    return first === undefined ? [] : [[first, ...later]];
  });
  return { rows: lives };
}

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
