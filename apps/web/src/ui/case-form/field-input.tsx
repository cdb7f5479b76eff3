import { Checkbox } from '../checkbox.tsx';
import { DateField } from '../date-field.tsx';
import type { Labels } from '../labelled.tsx';
import { messages } from '../messages.ts';
import { MomentField } from '../moment-field.tsx';
import { RadioGroup } from '../radio-group.tsx';
import { Loading } from '../states.tsx';
import { TextArea, TextField } from '../text-field.tsx';
import { ManyChoices } from './choices.tsx';
import { CaseInput } from './case-input.tsx';
import { ChoiceInput } from './choice-input.tsx';
import { suspectedNumbers } from './draft.ts';
import { EvidenceInput } from './evidence-input.tsx';
import type { FieldInputProps } from './field-input-props.ts';
import { useCaseChoices, useDutyChoices } from './use-choices.ts';

/** The control of a declared field; warns of what may be an Individual Number while typing. */
export function FieldInput(props: FieldInputProps) {
  const { field, draft, isFalseAlarm, onFalseAlarm } = props;
  const suspected = suspectedNumbers(field, draft);
  const [first] = suspected;
  if (first === undefined) return <Control {...props} />;
  return (
    <div className="flex flex-col gap-1">
      <Control {...props} problem={isFalseAlarm ? undefined : messages.numberFound(first)} />
      <Checkbox isChecked={isFalseAlarm} onChange={onFalseAlarm}>
        {messages.numberFalseAlarm}
      </Checkbox>
    </div>
  );
}

const longText = 80;

function Control(props: FieldInputProps) {
  const { contract, field, isRequired, draft, problem, onChange } = props;
  const labels: Labels = { label: field.label, isRequired, problem };
  const text = typeof draft === 'string' ? draft : '';
  switch (field.type) {
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'flag':
      return (
        <RadioGroup
          {...labels}
          value={text}
          choices={[
            { value: 'yes', label: messages.yes },
            { value: 'no', label: messages.no },
          ]}
          onChange={onChange}
        />
      );
    case 'day':
      return <DateField {...labels} value={text} onChange={onChange} />;
    case 'moment':
      return typeof draft === 'object' && 'time' in draft ? (
        <MomentField {...labels} value={draft} onChange={onChange} />
      ) : null;
    case 'evidence':
      return <EvidenceInput {...labels} contract={contract} value={text} onChange={onChange} />;
    case 'case':
      return <CaseInput {...props} />;
    case 'cases':
      return <CasesInput {...props} />;
    case 'duties':
      return <DutiesInput {...props} />;
    case 'count':
      return <TextField {...labels} isShort inputMode="numeric" value={text} onChange={onChange} />;
    default:
      return (field.maxLength ?? 0) > longText * 3 ? (
        <TextArea {...labels} value={text} onChange={onChange} />
      ) : (
        <TextField {...labels} autoComplete="off" value={text} onChange={onChange} />
      );
  }
}

function CasesInput({ contract, field, isRequired, draft, problem, onChange }: FieldInputProps) {
  const { isLoading, choices } = useCaseChoices(contract, field.of ?? []);
  return (
    <ManyChoices
      label={field.label}
      isRequired={isRequired}
      problem={problem}
      value={Array.isArray(draft) ? draft : []}
      choices={choices}
      {...(isLoading && { loading: <Loading /> })}
      onChange={onChange}
    />
  );
}

function DutiesInput({ contract, field, isRequired, draft, problem, onChange }: FieldInputProps) {
  const { isLoading, choices } = useDutyChoices(contract);
  return (
    <ManyChoices
      label={field.label}
      isRequired={isRequired}
      problem={problem}
      value={Array.isArray(draft) ? draft : []}
      choices={choices}
      {...(isLoading && { loading: <Loading /> })}
      onChange={onChange}
    />
  );
}
