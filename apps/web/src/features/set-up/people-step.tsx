import { useState } from 'react';
import { linesOf } from '../../api/use-registers.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { CaseForm } from '../../ui/case-form/case-form.tsx';
import { stepsFrom } from '../../ui/case-form/declared.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { PeopleTable } from '../organisation/people-table.tsx';
import { messages } from './messages.ts';
import type { StepProps } from './step-props.ts';

const { people: words } = messages;

/** The people, one after the other. */
export function PeopleStep({ contract, declarations, registers }: StepProps) {
  const { roles } = useContract();
  const [recorded, setRecorded] = useState('');
  const declaration = declarations.find(({ name }) => name === 'person');
  const lines = linesOf(registers, 'person');
  if (declaration === undefined) return null;
  const name = lines.find(({ id }) => id === recorded)?.particulars['name'];
  const [step] = stepsFrom(declaration, { status: 'new', roles });
  return (
    <div className="flex flex-col gap-8">
      <Section title={words.list}>
        {lines.length === 0 ? (
          <Empty title={words.empty} />
        ) : (
          <PeopleTable {...{ contract, declaration, lines }} />
        )}
      </Section>
      <Section title={words.title} isForScreen>
        <p>{words.lead}</p>
        {name !== undefined && <Notice kind="success" title={words.recorded(name)} />}
        {step === undefined ? (
          <Empty title={messages.noRight} />
        ) : (
          <CaseForm
            {...{ contract, declaration, step }}
            isRepeatable
            onRecorded={({ subject }) => setRecorded(subject)}
          />
        )}
      </Section>
    </div>
  );
}
