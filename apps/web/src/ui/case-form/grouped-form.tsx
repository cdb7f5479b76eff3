import type { CommandBody } from '../../api/use-record.ts';
import { useTrial } from '../../api/use-trial.ts';
import { serverNow } from '../../api/server-clock.ts';
import { readMoment, typedMoment } from '../moment-text.ts';
import { ProblemNotice } from '../problem-words.tsx';
import { type StepToFill, stepToFill } from './declared.ts';
import { FormFields } from './form-fields.tsx';
import { type CaseFormProps, FormFrame } from './form-frame.tsx';
import { readForm } from './form-state.ts';
import { messages } from './messages.ts';
import { TrialNotice } from './trial-notice.tsx';
import { type Filling, useFilling } from './use-filling.ts';

/** Fields that are asked under one heading. */
export interface FieldGroup {
  readonly title: string;
  readonly lead?: string;
  readonly fields: readonly string[];
}

type Props = Omit<CaseFormProps, 'isRepeatable'> & {
  readonly groups: readonly FieldGroup[];
  /** Heading of the fields that no group names. */
  readonly restTitle: string;
  /** Asks the register while one types, so that a refusal is seen before anything is sent. */
  readonly triesOut?: boolean;
};

/** A form made of a declared step, its fields under headings; can be tried out while typing. */
export function GroupedForm(props: Props) {
  const { contract, declaration, step, groups, restTitle, triesOut = false } = props;
  const toFill = stepToFill(declaration, step);
  const filling = useFilling({ ...props, toFill });
  const trial = useTrial(contract, triesOut ? commandOf(props, { toFill, filling }) : undefined);
  const notice = (
    <>
      <TrialNotice trial={trial} />
      {trial.state !== 'refused' && (
        <ProblemNotice problem={filling.sending.problem} title={messages.refused} />
      )}
    </>
  );
  return (
    <FormFrame {...{ props, filling, notice }} beginsAnew>
      {grouped(toFill, groups, restTitle).map(({ group, fields }) => (
        <section key={group.title} className="flex flex-col gap-5">
          <h3 className="border-b border-solid-gray-420 pb-1 text-std-18B-160">{group.title}</h3>
          {group.lead !== undefined && <p className="text-dns-16N-130">{group.lead}</p>}
          <FormFields {...{ contract, fields, filling }} />
        </section>
      ))}
    </FormFrame>
  );
}

function commandOf(
  { declaration, subject }: Props,
  { toFill, filling }: { readonly toFill: StepToFill; readonly filling: Filling },
): CommandBody | undefined {
  const read = readForm(toFill, filling.form);
  const isAct = toFill.step.nature === 'act';
  const occurredAt = readMoment(isAct ? typedMoment(serverNow()) : filling.occurred);
  if (!read.isFit || occurredAt === undefined) return undefined;
  const about = { declaration: declaration.name, step: toFill.step.name };
  const { falseAlarms } = read;
  return {
    ...about,
    case: subject?.id ?? null,
    occurredAt,
    values: { ...read.values },
    falseAlarms,
  };
}

/** The fields under their headings; headings without a field of this step are left out. */
function grouped({ fields }: StepToFill, groups: readonly FieldGroup[], restTitle: string) {
  const named = new Set(groups.flatMap((group) => group.fields));
  const rest = fields.filter(({ field }) => !named.has(field.name)).map(({ field }) => field.name);
  return [...groups, { title: restTitle, fields: rest }]
    .map((group: FieldGroup) => ({
      group,
      fields: fields.filter(({ field }) => group.fields.includes(field.name)),
    }))
    .filter((found) => found.fields.length > 0);
}
