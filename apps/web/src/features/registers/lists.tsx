import type { DeclarationAnswer } from '@kanribo/api';
import { useDeclarations } from '../../api/use-declarations.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { Page } from '../../ui/page.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { declarationColumn, firstStepsColumn } from '../../ui/declaration-columns.tsx';
import { messages } from './messages.ts';

/** 管理簿: every declared register. */
export function Registers() {
  return <DeclaredLists kind="registers" presets={['register']} />;
}

/** 台帳の基本: what the other registers refer to. */
export function Basics() {
  return <DeclaredLists kind="basics" presets={['basics', 'appointment']} />;
}

function DeclaredLists({
  kind,
  presets,
}: {
  readonly kind: 'registers' | 'basics';
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

function columnsFor(
  contract: string,
  roles: readonly string[],
): readonly Column<DeclarationAnswer>[] {
  return [
    declarationColumn(contract, messages.name),
    {
      key: 'ground',
      title: messages.ground,
      isNarrow: true,
      cell: ({ house }) => (
        <span className="whitespace-nowrap">{house ? messages.house : messages.asked}</span>
      ),
    },
    firstStepsColumn(contract, { title: messages.enter, roles }),
  ];
}
