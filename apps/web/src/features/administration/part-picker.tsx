import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { DateField } from '../../ui/date-field.tsx';
import { type Choice, Select } from '../../ui/select.tsx';
import { Answered } from '../../ui/states.tsx';
import { messages } from './messages.ts';
import { type Part, type TypedPart, asAuditor, noPart, readPart } from './part.ts';

interface PickerProps {
  readonly part: TypedPart;
  readonly isAdministrator: boolean;
  readonly isTried: boolean;
  readonly onChange: (part: TypedPart) => void;
}

/** Chooses a contract, and as whom an account takes part in it: a person, or an external auditor. */
export function PartPicker({ part, isAdministrator, isTried, onChange }: PickerProps) {
  const choices = useContractChoices(isAdministrator);
  const { contract } = part;
  const read = readPart(part);
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <Select
        label={messages.contract}
        emptyLabel={messages.noContract}
        value={contract}
        choices={choices}
        onChange={(chosen) => onChange({ ...noPart, contract: chosen })}
      />
      {contract !== '' && (
        <PersonPicker {...{ part, onChange }} missing={missingOf(read, isTried)} />
      )}
    </div>
  );
}

type Missing = 'person' | 'until' | undefined;

const missingOf = (read: Part, isTried: boolean): Missing =>
  isTried && read.kind === 'unfit' ? read.missing : undefined;

function useContractChoices(isAdministrator: boolean): readonly Choice[] {
  const own = useAnswer('contracts', {});
  const all = useAnswer('health', {}, { enabled: isAdministrator });
  const titled = own.state === 'here' ? own.value.contracts : [];
  const known = new Set(titled.map(({ id }) => id));
  const others = all.state === 'here' ? all.value.contracts.filter(({ id }) => !known.has(id)) : [];
  return [
    ...titled.map(({ id, title }) => ({
      value: id,
      label: title === '' ? id : `${title}（${id}）`,
    })),
    ...others.map(({ id }) => ({ value: id, label: id })),
  ];
}

interface ChosenProps {
  readonly part: TypedPart;
  readonly missing: Missing;
  readonly onChange: (part: TypedPart) => void;
}

function PersonPicker({ part, missing, onChange }: ChosenProps) {
  const asked = useAnswer('peopleToBind', { query: { contract: part.contract } });
  return (
    <Answered asked={asked}>
      {(known) => (
        <div className="flex flex-col gap-5">
          <Select
            label={messages.person}
            isRequired
            hint={messages.personHint}
            problem={missing === 'person' ? messages.personProblem : undefined}
            value={part.person}
            choices={choicesOf(known)}
            onChange={(person) => onChange({ ...part, person })}
          />
          {part.person === asAuditor && (
            <DateField
              label={messages.until}
              isRequired
              hint={messages.untilHint}
              problem={missing === 'until' ? messages.untilProblem : undefined}
              value={part.until}
              onChange={(until) => onChange({ ...part, until })}
            />
          )}
        </div>
      )}
    </Answered>
  );
}

function choicesOf({ people, mayLetAudit }: AnswerOf<'peopleToBind'>): readonly Choice[] {
  const named = people.map(({ id, name, affiliation }) => ({
    value: id,
    label: messages.personChoice({ name, affiliation, number: id.replace(/^person-/u, '') }),
  }));
  const auditor = { value: asAuditor, label: messages.auditorChoice };
  const setUp = { value: 'set-up', label: messages.setUpPerson };
  return [...named, ...(mayLetAudit ? [auditor] : []), setUp];
}
