import type { StepToFill } from './declared.ts';
import { FieldInput } from './field-input.tsx';
import { withDraft, withFalseAlarm } from './form-state.ts';
import type { Filling } from './use-filling.ts';

/** Controls of fields, one below the other, each with its check and its sentence. */
export function FormFields({
  contract,
  fields,
  filling: { form, setForm, problems },
}: {
  readonly contract: string;
  readonly fields: StepToFill['fields'];
  readonly filling: Filling;
}) {
  return fields.map(({ field, isRequired }) => (
    <div key={field.name} data-field={field.name}>
      <FieldInput
        {...{ contract, field, isRequired }}
        draft={form.drafts[field.name] ?? ''}
        problem={problems[field.name]}
        isFalseAlarm={form.falseAlarms.includes(field.name)}
        onChange={(draft) => setForm((now) => withDraft(now, field.name, draft))}
        onFalseAlarm={(isOne) => setForm((now) => withFalseAlarm(now, field.name, isOne))}
      />
    </div>
  ));
}
