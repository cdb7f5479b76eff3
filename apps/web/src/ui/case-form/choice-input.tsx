import { isDutyId } from '@kanribo/annex';
import { RadioGroup } from '../radio-group.tsx';
import { Select } from '../select.tsx';
import { messages } from '../messages.ts';
import type { FieldInputProps } from './field-input-props.ts';
import { useDutyChoices } from './use-choices.ts';

const fewChoices = 4;

/** One of a closed list; duties are shown by their clauses and titles. */
export function ChoiceInput(props: FieldInputProps) {
  const { field, isRequired, draft, problem, onChange } = props;
  const choices = Object.entries(field.options ?? {}).map(([value, label]) => ({ value, label }));
  if (choices.length > fewChoices && choices.every(({ value }) => isDutyId(value))) {
    return <DutyInput {...props} />;
  }
  const value = typeof draft === 'string' ? draft : '';
  const given = { label: field.label, isRequired, problem, value, choices, onChange };
  return isRequired && choices.length <= fewChoices ? (
    <RadioGroup {...given} />
  ) : (
    <Select {...given} />
  );
}

function DutyInput({ contract, field, isRequired, draft, problem, onChange }: FieldInputProps) {
  const { isLoading, choices } = useDutyChoices(contract);
  return (
    <Select
      label={field.label}
      isRequired={isRequired}
      problem={problem}
      value={typeof draft === 'string' ? draft : ''}
      choices={choices}
      {...(isLoading && { emptyLabel: messages.loading })}
      onChange={onChange}
    />
  );
}
