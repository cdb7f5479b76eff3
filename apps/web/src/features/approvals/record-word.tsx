import type { DeclarationAnswer } from '@kanribo/api';
import { useDeclarations } from '../../api/use-declarations.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { stepsFrom } from '../../ui/case-form/declared.ts';
import { declarationColumn, firstStepsColumn } from '../../ui/declaration-columns.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { messages } from './messages.ts';

const presets: readonly string[] = ['approval', 'word'];
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
    declarationColumn(contract, messages.kind),
    firstStepsColumn(contract, { title: messages.step, roles }),
  ];
}
