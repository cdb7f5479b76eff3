import { useState } from 'react';
import { useDeclarations } from '../../api/use-declarations.ts';
import { declarationOfCase } from '../../case-title.ts';
import { messages } from '../messages.ts';
import { Select } from '../select.tsx';
import type { FieldInputProps } from './field-input-props.ts';
import { useCaseChoices } from './use-choices.ts';

/** One case of the declarations the field names; of any that is kept where it names none. */
export function CaseInput(props: FieldInputProps) {
  const of = props.field.of ?? [];
  return of.length === 0 ? <AnyCaseInput {...props} /> : <OneOf {...props} of={of} />;
}

function OneOf({
  contract,
  field,
  isRequired,
  draft,
  problem,
  onChange,
  of,
}: FieldInputProps & { readonly of: readonly string[] }) {
  const { isLoading, choices } = useCaseChoices(contract, of);
  return (
    <Select
      label={field.label}
      isRequired={isRequired}
      problem={problem}
      hint={!isLoading && choices.length === 0 ? messages.noChoices : undefined}
      value={typeof draft === 'string' ? draft : ''}
      choices={choices}
      {...(isLoading && { emptyLabel: messages.loading })}
      onChange={onChange}
    />
  );
}

/** First the register it stands in, then the case: a list of all cases would be too long. */
function AnyCaseInput(props: FieldInputProps) {
  const { contract, field, isRequired, draft, onChange } = props;
  const asked = useDeclarations(contract);
  const declared = asked.state === 'here' ? asked.value.declarations : [];
  const known = typeof draft === 'string' ? declarationOfCase(draft) : '';
  const [register, setRegister] = useState(known);
  return (
    <>
      <Select
        label={messages.registerOf(field.label)}
        isRequired={isRequired}
        problem={undefined}
        value={register}
        choices={declared.map(({ name, title }) => ({ value: name, label: title }))}
        onChange={(chosen) => {
          setRegister(chosen);
          onChange('');
        }}
      />
      {register !== '' && <OneOf {...props} of={[register]} />}
    </>
  );
}
