import { type DeclarationAnswer, routes } from '@kanribo/api';
import { useState } from 'react';
import { type AnswerOf, addressOf } from '../../api/call.ts';
import { useRenewal } from '../../api/use-answer.ts';
import { declarationIn, useDeclarations } from '../../api/use-declarations.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { CaseForm } from '../../ui/case-form/case-form.tsx';
import { type DeclaredStep, stepsFrom } from '../../ui/case-form/declared.ts';
import type { Draft } from '../../ui/case-form/draft.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { Answered } from '../../ui/states.tsx';
import { Checking } from './checking.tsx';
import type { Fit } from './fit-view.tsx';
import { messages } from './messages.ts';

interface AdoptingProps {
  readonly contract: string;
  readonly told: AnswerOf<'wordForm'>;
}

/** Steps that bring a file of the client's into use; the others record its words. */
const usesFile: readonly string[] = ['uploaded', 'replaced'];

/** What the client said of the form, and the file that comes into use: each a recorded step. */
export function Adopting(props: AdoptingProps) {
  const asked = useDeclarations(props.contract);
  return (
    <Answered asked={asked}>
      {(declarations) => {
        const declaration = declarationIn(declarations, 'designated-form');
        return declaration === undefined ? null : <Steps {...props} declaration={declaration} />;
      }}
    </Answered>
  );
}

interface Chosen {
  readonly step: DeclaredStep;
  readonly known: Readonly<Record<string, Draft>>;
}

function Steps({
  contract,
  told,
  declaration,
}: AdoptingProps & { declaration: DeclarationAnswer }) {
  const { roles } = useContract();
  const [chosen, setChosen] = useState<Chosen>();
  const [isRecorded, setRecorded] = useState(false);
  const { form, mayUpload } = told;
  const steps = stepsFrom(declaration, { status: form.case?.status ?? 'new', roles });
  const words = steps.filter(({ name }) => !usesFile.includes(name));
  const taking = steps.find(({ name }) => usesFile.includes(name));
  return (
    <div className="flex flex-col gap-10">
      <Section title={messages.say} isForScreen>
        <p>{words.length === 0 ? messages.sayNot : messages.sayLead}</p>
        {isRecorded && <Notice kind="success" title={messages.recorded} />}
        <div className="flex flex-wrap gap-3">
          {words.map((step) => (
            <Button
              key={step.name}
              onClick={() => setChosen({ step, known: { filing: form.duty } })}
            >
              {step.title}
            </Button>
          ))}
        </div>
      </Section>
      {mayUpload && (
        <Checking key={form.form ?? ''} {...{ contract }} filing={form.filing}>
          {(fit) => (
            <Use
              {...{ contract, fit, taking }}
              filing={form.filing}
              onUse={(step) => setChosen({ step, known: knownOf(fit) })}
            />
          )}
        </Checking>
      )}
      <Recording
        {...{ contract, declaration, chosen, form }}
        onClose={() => setChosen(undefined)}
        onRecorded={() => setRecorded(true)}
      />
    </div>
  );
}

interface RecordingProps {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
  readonly chosen: Chosen | undefined;
  readonly form: AnswerOf<'wordForm'>['form'];
  readonly onClose: () => void;
  readonly onRecorded: () => void;
}

function Recording(props: RecordingProps) {
  const { contract, declaration, chosen, form, onClose, onRecorded } = props;
  const renew = useRenewal();
  return (
    <Dialog title={chosen?.step.title ?? ''} isOpen={chosen !== undefined} onClose={onClose} isWide>
      {chosen !== undefined && (
        <CaseForm
          {...{ contract, declaration, ...chosen }}
          {...(form.case !== null && { subject: form.case })}
          onCancel={onClose}
          onChanged={() => void renew('wordForm')}
          onRecorded={() => {
            onClose();
            onRecorded();
            void renew();
          }}
        />
      )}
    </Dialog>
  );
}

const knownOf = ({ digest, found }: Fit): Readonly<Record<string, Draft>> => ({
  form: `sha256:${digest}`,
  tags: [...new Set(found.map(({ name }) => name))].join('\n'),
});

interface UseProps {
  readonly contract: string;
  readonly filing: string;
  readonly fit: Fit;
  readonly taking: DeclaredStep | undefined;
  readonly onUse: (step: DeclaredStep) => void;
}

function Use({ contract, filing, fit, taking, onUse }: UseProps) {
  const { digest } = fit;
  return (
    <Notice kind="success" title={messages.sound}>
      <p>{messages.soundLead}</p>
      <a
        href={addressOf(routes.wordFormPreview, { params: { contract, filing, digest } })}
        download
        className={`${buttonClass()} self-start`}
      >
        {messages.preview}
      </a>
      {taking === undefined ? (
        <p>{messages.adoptFirst}</p>
      ) : (
        <>
          <p>{messages.adoptLead}</p>
          <Button look="solid" className="self-start" onClick={() => onUse(taking)}>
            {messages.adopt}
          </Button>
        </>
      )}
    </Notice>
  );
}
