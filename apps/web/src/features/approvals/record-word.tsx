import type { DeclarationAnswer } from '@kanribo/api';
import { Link } from '@tanstack/react-router';
import { useDeclarations } from '../../api/use-declarations.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { stepsFrom } from '../../ui/case-form/declared.ts';
import { Answered, Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { messages } from './messages.ts';

const presets: readonly string[] = ['approval', 'word'];
const linkClass = 'text-key-900 underline underline-offset-4';

/** The kinds of words that can be recorded by who is signed in. */
export function RecordWord() {
  const { id: contract, roles } = useContract();
  const asked = useDeclarations(contract);
  return (
    <Answered asked={asked}>
      {({ declarations }) => {
        const open = declarations.filter(
          (declaration) =>
            presets.includes(declaration.preset) &&
            stepsFrom(declaration, { status: 'new', roles }).length > 0,
        );
        if (open.length === 0) return <Empty title={messages.noRight} />;
        return (
          <>
            <p>{messages.recordLead}</p>
            <Table
              caption={messages.record}
              columns={columnsFor(contract, roles)}
              rows={open}
              rowKey={({ name }) => name}
            />
          </>
        );
      }}
    </Answered>
  );
}

function columnsFor(
  contract: string,
  roles: readonly string[],
): readonly Column<DeclarationAnswer>[] {
  return [
    {
      key: 'kind',
      title: messages.kind,
      isHead: true,
      cell: ({ name, title }) => (
        <Link
          to="/contracts/$contract/registers/$declaration"
          params={{ contract, declaration: name }}
          className={linkClass}
        >
          {title}
        </Link>
      ),
    },
    {
      key: 'step',
      title: messages.step,
      cell: (declaration) => (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {stepsFrom(declaration, { status: 'new', roles }).map((step) => (
            <li key={step.name}>
              <Link
                to="/contracts/$contract/registers/$declaration/new/$step"
                params={{ contract, declaration: declaration.name, step: step.name }}
                className={linkClass}
              >
                {step.title}
                <span className="sr-only">{`（${declaration.title}）`}</span>
              </Link>
            </li>
          ))}
        </ul>
      ),
    },
  ];
}
