import { type JsonObject, type Moment, type Result, err, ok } from '@kanribo/kernel';
import { catalogue } from './catalogue.ts';
import { stepOf } from './engine/case.ts';
import type { Command } from './engine/command.ts';
import { type Contract, casesOf } from './engine/contract.ts';
import type { Refusal } from './engine/refusal.ts';
import { folded } from './many-commands.ts';
import { decide } from './rules.ts';

/** A filing as it could be made now, in a contract that nothing of it was recorded in. */
export interface FilingDraft {
  readonly contract: Contract;
  /** The filing's case in that contract. */
  readonly subject: string;
}

/**
 * A filing of a kind, prepared in thought on the contract as it is; where that is refused, the one
 * that was prepared last. Refused where there is neither, with what stands in the way.
 */
export function filingDraft(
  contract: Contract,
  kind: string,
  context: { readonly actor: string; readonly now: Moment },
): Result<FilingDraft, Refusal> {
  const [first, ...others] = namesToPrepare(contract, kind);
  const decideOn = (values: JsonObject) =>
    decide(contract, preparing(kind, values, context.now), context);
  const decided = others.reduce(
    (found, values) => (found.ok ? found : orFirst(decideOn(values), found)),
    decideOn(first),
  );
  if (decided.ok) {
    const { subject } = decided.value;
    return ok({ contract: folded(contract, decided.value, context), subject });
  }
  const last = [...casesOf(contract, kind)].findLast((one) => stepOf(one, 'prepared'));
  return last === undefined ? err(decided.error) : ok({ contract, subject: last.id });
}

/** The first refusal is the one told. */
const orFirst = (found: Attempted, first: Attempted): Attempted => (found.ok ? found : first);

type Attempted = ReturnType<typeof decide>;

const preparing = (declaration: string, values: JsonObject, now: Moment): Command => ({
  declaration,
  step: 'prepared',
  case: null,
  occurredAt: now,
  values,
  falseAlarms: [],
});

/** What a person names when a filing is made: nothing, or one of the cases it can be about. */
function namesToPrepare(
  contract: Contract,
  kind: string,
): readonly [JsonObject, ...(readonly JsonObject[])] {
  const { fields = {}, steps = {} } = catalogue.get(kind) ?? {};
  const [asked = ''] = steps['prepared']?.required ?? [];
  const field = fields[asked];
  const of = field?.type === 'case' ? field.of : [];
  const [first = {}, ...more] = of.flatMap((name) =>
    [...casesOf(contract, name)].map(({ id }) => ({ [asked]: id })),
  );
  return [first, ...more];
}
