import { useAnswer } from '../../api/use-answer.ts';
import { type Choice, Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';

/** A person of a contract that an account stands for. */
export interface Binding {
  readonly contract: string;
  readonly person: string;
}

/** Nobody of no contract. */
export const noBinding: Binding = { contract: '', person: '' };

/** Whether contract and person are both named. */
export function isFitBinding({ contract, person }: Binding): boolean {
  return contract !== '' && /^(?:person-[1-9][0-9]{0,9}|set-up)$/u.test(person);
}

interface PickerProps {
  readonly binding: Binding;
  readonly isAdministrator: boolean;
  readonly isTried: boolean;
  readonly onChange: (binding: Binding) => void;
}

/** Chooses a contract and a person of it; who may not see the people types the number. */
export function BindingPicker({ binding, isAdministrator, isTried, onChange }: PickerProps) {
  const own = useAnswer('contracts', {});
  const all = useAnswer('health', {}, { enabled: isAdministrator });
  const ownChoices =
    own.state === 'here'
      ? own.value.contracts.map(({ id, title }) => ({
          value: id,
          label: title === '' ? id : `${title}（${id}）`,
        }))
      : [];
  const known = new Set(ownChoices.map(({ value }) => value));
  const others =
    all.state === 'here'
      ? all.value.contracts
          .filter(({ id }) => !known.has(id))
          .map(({ id }): Choice => ({ value: id, label: id }))
      : [];
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <Select
        label={messages.contract}
        emptyLabel={messages.noContract}
        value={binding.contract}
        choices={[...ownChoices, ...others]}
        onChange={(contract) => onChange({ contract, person: '' })}
      />
      {binding.contract !== '' && (
        <PersonPicker
          binding={binding}
          isKnown={known.has(binding.contract)}
          problem={isTried && !isFitBinding(binding) ? messages.personProblem : undefined}
          onChange={(person) => onChange({ ...binding, person })}
        />
      )}
    </div>
  );
}

const setUp: Choice = { value: 'set-up', label: messages.setUpPerson };

function PersonPicker({
  binding: { contract, person },
  isKnown,
  problem,
  onChange,
}: {
  readonly binding: Binding;
  readonly isKnown: boolean;
  readonly problem: string | undefined;
  readonly onChange: (person: string) => void;
}) {
  const params = { contract, declaration: 'person' };
  const asked = useAnswer('register', { params, query: { limit: 200 } }, { enabled: isKnown });
  const labels = { label: messages.person, isRequired: true, problem };
  if (asked.state === 'here') {
    const people = asked.value.lines.map(({ id, particulars }) => ({
      value: id,
      label: `${particulars['name'] ?? id}（${id}）`,
    }));
    return <Select {...labels} value={person} choices={[setUp, ...people]} onChange={onChange} />;
  }
  return (
    <>
      <Select
        label={messages.setUpPerson}
        value={person === setUp.value ? person : ''}
        choices={[setUp]}
        onChange={onChange}
      />
      <TextField
        {...labels}
        hint={messages.personHint}
        autoComplete="off"
        spellCheck={false}
        value={person === setUp.value ? '' : person}
        onChange={onChange}
      />
    </>
  );
}
