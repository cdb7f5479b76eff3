import { routes } from '@kanribo/api';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type AnswerOf, addressOf } from '../../api/call.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { FieldTables, namesAsWritten } from './field-table.tsx';
import { messages } from './messages.ts';

/** The names a form of this filing may bear, to copy, and what each is filled with now. */
export function FormNames({
  contract,
  told,
}: {
  readonly contract: string;
  readonly told: AnswerOf<'wordForm'>;
}) {
  const { isSetUp } = useContract();
  const { form, fields, fieldsMissing } = told;
  if (fieldsMissing !== null) {
    return (
      <Section title={messages.names}>
        <Empty title={messages.noFields}>
          <p>{fieldsMissing}</p>
          <p>{messages.noFieldsLead}</p>
          {!isSetUp && (
            <Link to="/contracts/$contract/set-up" params={{ contract }} className={buttonClass()}>
              {messages.toSetUp}
            </Link>
          )}
        </Empty>
      </Section>
    );
  }
  return (
    <Section title={messages.names}>
      <p>{messages.namesLead}</p>
      <p>{messages.noPdf}</p>
      <a
        href={addressOf(routes.wordFormSample, { params: { contract, filing: form.filing } })}
        download
        className={`${buttonClass()} self-start`}
      >
        {messages.sample}
      </a>
      <Copying names={namesAsWritten(fields)} />
      <FieldTables fields={fields} caption={messages.names} />
    </Section>
  );
}

function Copying({ names }: { readonly names: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(names);
      setSaid(messages.copied);
    } catch {
      setSaid(messages.copyFailed);
    }
  };
  return (
    <div className="flex flex-col gap-2 print:hidden">
      <TextArea label={messages.copyAll} rows={6} value={names} onChange={() => undefined} />
      <div className="flex items-center gap-4">
        <Button onClick={() => void copy()}>{messages.copy}</Button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
