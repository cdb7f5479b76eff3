import { ProblemNotice } from '../problem-words.tsx';
import { stepToFill } from './declared.ts';
import { FormFields } from './form-fields.tsx';
import { type CaseFormProps, FormFrame } from './form-frame.tsx';
import { messages } from './messages.ts';
import { useFilling } from './use-filling.ts';

/** A form made of a declared step: control, check and sentence follow from the declaration. */
export function CaseForm(props: CaseFormProps) {
  const { contract, declaration, step, isRepeatable = false } = props;
  const toFill = stepToFill(declaration, step);
  const filling = useFilling({ ...props, toFill });
  return (
    <FormFrame
      {...{ props, filling }}
      beginsAnew={isRepeatable}
      notice={<ProblemNotice problem={filling.sending.problem} title={messages.refused} />}
    >
      <FormFields {...{ contract, filling }} fields={toFill.fields} />
    </FormFrame>
  );
}
