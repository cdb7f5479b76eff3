import type { DeclarationAnswer } from '@kanribo/api';
import { Link } from '@tanstack/react-router';
import { useDeclarations } from '../../api/use-declarations.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { Page } from '../../ui/page.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { stepsFrom } from '../../ui/case-form/declared.ts';
import { messages } from './messages.ts';

/** 管理簿: every declared register. */
export function Registers() {
  return <DeclaredLists kind="registers" presets={['register']} />;
}

/** 届出: every declared filing. */
export function Filings() {
  return <DeclaredLists kind="filings" presets={['filing']} />;
}

/** 承認: every declared approval and the client's other words. */
export function Approvals() {
  return <DeclaredLists kind="approvals" presets={['approval', 'word']} />;
}

/** 台帳の基本: what the other registers refer to. */
export function Basics() {
  return <DeclaredLists kind="basics" presets={['basics', 'appointment']} />;
}

function DeclaredLists({
  kind,
  presets,
}: {
  readonly kind: 'registers' | 'filings' | 'approvals' | 'basics';
  readonly presets: readonly string[];
}) {
  const { id: contract, roles } = useContract();
  const asked = useDeclarations(contract);
  const { title, lead } = messages[kind];
  return (
    <Page title={title} lead={lead}>
      <Answered asked={asked}>
        {({ declarations }) => {
          const shown = declarations.filter(({ preset }) => presets.includes(preset));
          if (shown.length === 0) return <Empty title={messages.noLists} />;
          return (
            <Table
              caption={title}
              columns={columnsFor(contract, roles)}
              rows={shown}
              rowKey={({ name }) => name}
            />
          );
        }}
      </Answered>
    </Page>
  );
}

const linkClass = 'text-key-900 underline underline-offset-4';

function columnsFor(
  contract: string,
  roles: readonly string[],
): readonly Column<DeclarationAnswer>[] {
  return [
    {
      key: 'name',
      title: messages.name,
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
      key: 'ground',
      title: messages.ground,
      isNarrow: true,
      cell: ({ house }) => (
        <span className="whitespace-nowrap">{house ? messages.house : messages.asked}</span>
      ),
    },
    {
      key: 'enter',
      title: messages.enter,
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
              </Link>
            </li>
          ))}
        </ul>
      ),
    },
  ];
}
