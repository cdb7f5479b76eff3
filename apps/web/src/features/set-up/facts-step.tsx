import { useState } from 'react';
import { linesOf, namesIn } from '../../api/use-registers.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { Button } from '../../ui/button.tsx';
import { stepsFrom } from '../../ui/case-form/declared.ts';
import { draftOf } from '../../ui/case-form/draft.ts';
import { GroupedForm } from '../../ui/case-form/grouped-form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { CaseValues } from '../cases/case-values.tsx';
import { factGroups } from './fact-groups.ts';
import { messages } from './messages.ts';
import type { StepProps } from './step-props.ts';

const { facts: words } = messages;

/** The facts of the contract and the days agreed with the client, or a change of them. */
export function FactsStep({ contract, declarations, registers }: StepProps) {
  const { roles } = useContract();
  const [isChanging, setChanging] = useState(false);
  const declaration = declarations.find(({ name }) => name === 'contract');
  const found = linesOf(registers, 'contract')[0];
  if (declaration === undefined) return null;
  const [step] = stepsFrom(declaration, { status: found?.status ?? 'new', roles });
  if (found !== undefined && !isChanging) {
    return (
      <Section title={words.title}>
        <Notice kind="success" title={words.done} isLive={false} />
        <CaseValues
          {...{ contract, declaration }}
          found={{ ...found, steps: [] }}
          names={namesIn(registers)}
        />
        {step !== undefined && (
          <Button className="self-start" onClick={() => setChanging(true)}>
            {words.change}
          </Button>
        )}
      </Section>
    );
  }
  if (step === undefined) return <Empty title={messages.noRight} />;
  const known = declaration.fields.flatMap((field) => {
    const value = found?.particulars[field.name] ?? found?.values[field.name];
    return value === undefined ? [] : [[field.name, draftOf(field, value)] as const];
  });
  return (
    <Section title={words.title}>
      <p>{words.lead}</p>
      <GroupedForm
        key={found?.version ?? 'new'}
        {...{ contract, declaration, step }}
        groups={factGroups}
        restTitle={words.rest}
        known={Object.fromEntries(known)}
        {...(found !== undefined && { subject: { id: found.id, version: found.version } })}
        {...(isChanging && { onCancel: () => setChanging(false) })}
        onRecorded={() => setChanging(false)}
      />
    </Section>
  );
}
