import { type DeclarationAnswer, routes } from '@kanribo/api';
import { useState } from 'react';
import { type AnswerOf, addressOf, call } from '../../api/call.ts';
import { useRenewal } from '../../api/use-answer.ts';
import { useDeed } from '../../api/use-deed.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { CaseForm } from '../../ui/case-form/case-form.tsx';
import { stepsFrom } from '../../ui/case-form/declared.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { FieldTables } from './field-table.tsx';
import { messages } from './messages.ts';

interface FilledFormProps {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
  readonly found: AnswerOf<'case'>['case'];
}

/** Fills the client's form with a filing, keeps the file, and hands in exactly that. */
export function FilledForm(props: FilledFormProps) {
  const { contract, declaration, found } = props;
  const { roles } = useContract();
  const filling = useDeed(() =>
    call('fillWordForm', { params: { contract }, body: { case: found.id } }),
  );
  const [filled, setFilled] = useState<AnswerOf<'fillWordForm'>>();
  const submitting = stepsFrom(declaration, { status: found.status, roles }).find(
    ({ name }) => name === 'submitted',
  );
  const fill = async () => setFilled(await filling.run());
  if (submitting === undefined) return null;
  return (
    <Section title={messages.fill}>
      <p>{messages.fillLead}</p>
      <Button className="self-start" disabled={filling.isHeld} onClick={() => void fill()}>
        {filling.isUnderWay ? messages.filling : messages.fillNow}
      </Button>
      <ProblemNotice problem={filling.problem} title={messages.fillRefused} />
      {filled !== undefined && <Filled {...props} {...{ filled }} step={submitting} />}
    </Section>
  );
}

interface FilledProps extends FilledFormProps {
  readonly filled: AnswerOf<'fillWordForm'>;
  readonly step: DeclarationAnswer['steps'][number];
}

function Filled({ contract, declaration, found, filled, step }: FilledProps) {
  const [isSubmitting, setSubmitting] = useState(false);
  const renew = useRenewal();
  const { digest, fields } = filled;
  return (
    <>
      <Notice kind="success" title={messages.filled}>
        <p>{messages.filledLead}</p>
        <div className="flex flex-wrap gap-3">
          <a
            href={addressOf(routes.evidence, { params: { contract, digest } })}
            download={`${found.id}.docx`}
            className={buttonClass()}
          >
            {messages.takeFilled}
          </a>
          <Button look="solid" onClick={() => setSubmitting(true)}>
            {messages.submit}
          </Button>
        </div>
      </Notice>
      <details>
        <summary className="w-fit cursor-pointer text-key-900 underline underline-offset-4">
          {messages.values}
        </summary>
        <div className="flex flex-col gap-3 pt-3">
          <p>{messages.noPdf}</p>
          <FieldTables fields={fields} caption={messages.values} />
        </div>
      </details>
      <Dialog title={step.title} isOpen={isSubmitting} onClose={() => setSubmitting(false)} isWide>
        <CaseForm
          {...{ contract, declaration, step }}
          subject={{ id: found.id, version: found.version }}
          known={{ filledForm: `sha256:${digest}` }}
          onCancel={() => setSubmitting(false)}
          onChanged={() => void renew('case')}
          onRecorded={() => {
            setSubmitting(false);
            void renew();
          }}
        />
      </Dialog>
    </>
  );
}
