import { Link, useParams } from '@tanstack/react-router';
import type { DeclarationAnswer } from '@kanribo/api';
import { useDeclarations } from '../../api/use-declarations.ts';
import { type Registers, linesOf, namesIn, useRegisters } from '../../api/use-registers.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { stepsFrom } from '../../ui/case-form/declared.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { Appointing } from './appointing.tsx';
import { Departments } from './departments.tsx';
import { messages } from './messages.ts';
import { OfficeChart } from './office-chart.tsx';
import { OfficeTimeline } from './office-timeline.tsx';
import { PeopleTable } from './people-table.tsx';
import { Subcontracts } from './subcontracts.tsx';
import { offices } from './terms.ts';

const from = '/contracts/$contract/organisation';

/** 体制: people, their offices over time, departments, and the firms below. */
export function Organisation() {
  const { contract } = useParams({ from });
  const declared = useDeclarations(contract);
  const asked = useRegisters(contract, ['person', 'department', ...offices]);
  return (
    <Page
      title={messages.title}
      lead={messages.lead}
      actions={<Button onClick={() => window.print()}>{messages.print}</Button>}
    >
      <Answered asked={declared}>
        {({ declarations }) => (
          <Answered asked={asked}>
            {(registers) => <Parts {...{ contract, declarations, registers }} />}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

interface PartsProps {
  readonly contract: string;
  readonly declarations: readonly DeclarationAnswer[];
  readonly registers: Registers;
}

function Parts({ contract, declarations, registers }: PartsProps) {
  const people = linesOf(registers, 'person');
  const person = declarations.find(({ name }) => name === 'person');
  return (
    <div className="flex flex-col gap-10">
      <OfficeChart registers={registers} />
      <OfficeTimeline {...{ contract, registers }} />
      <div className="print:hidden">
        <Section title={messages.appoint}>
          <p>{messages.appointLead}</p>
          <Appointing {...{ contract, declarations, registers }} />
        </Section>
      </div>
      <Section
        title={messages.people}
        aside={<Add {...{ contract, declarations }} name="person" />}
      >
        {people.length === 0 || person === undefined ? (
          <Empty title={messages.peopleEmpty} />
        ) : (
          <PeopleTable {...{ contract }} declaration={person} lines={people} />
        )}
      </Section>
      <Section
        title={messages.departments}
        aside={<Add {...{ contract, declarations }} name="department" />}
      >
        <Departments
          contract={contract}
          lines={linesOf(registers, 'department')}
          names={namesIn(registers)}
        />
      </Section>
      <Section
        title={messages.subcontracts}
        aside={<Add {...{ contract, declarations }} name="subcontract" />}
      >
        <Subcontracts contract={contract} />
      </Section>
    </div>
  );
}

const addTitles = {
  person: messages.addPerson,
  department: messages.addDepartment,
  subcontract: messages.addSubcontract,
} as const;

/** Leads to the form that enters a new one, for who may. */
function Add({
  contract,
  declarations,
  name,
}: Omit<PartsProps, 'registers'> & { readonly name: keyof typeof addTitles }) {
  const { roles } = useContract();
  const declaration = declarations.find((found) => found.name === name);
  const [step] = declaration ? stepsFrom(declaration, { status: 'new', roles }) : [];
  if (step === undefined) return null;
  return (
    <Link
      to="/contracts/$contract/registers/$declaration/new/$step"
      params={{ contract, declaration: name, step: step.name }}
      className={buttonClass()}
    >
      {addTitles[name]}
    </Link>
  );
}
