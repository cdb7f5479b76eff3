import type { DeclarationAnswer } from '@kanribo/api';
import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../ui/button.tsx';
import { useDeclarations } from '../../api/use-declarations.ts';
import { useRegisters } from '../../api/use-registers.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { declarationColumn, firstStepsColumn } from '../../ui/declaration-columns.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Deadlines } from './deadlines.tsx';
import { FilingTable } from './filing-table.tsx';
import { filingStates, groupFilings } from './group-filings.ts';
import { messages } from './messages.ts';

/** 届出: what is to be handed in by when, and every filing by how far it has come. */
export function FilingDesk() {
  const { id: contract } = useContract();
  const asked = useDeclarations(contract);
  return (
    <Page
      title={messages.title}
      lead={messages.lead}
      actions={
        <Link
          to="/contracts/$contract/filings/forms"
          params={{ contract }}
          className={buttonClass()}
        >
          {messages.forms}
        </Link>
      }
    >
      <Answered asked={asked}>
        {({ declarations }) => (
          <Desk declarations={declarations.filter(({ preset }) => preset === 'filing')} />
        )}
      </Answered>
    </Page>
  );
}

function Desk({ declarations }: { readonly declarations: readonly DeclarationAnswer[] }) {
  const { id: contract, roles } = useContract();
  const asked = useRegisters(
    contract,
    declarations.map(({ name }) => name),
  );
  return (
    <div className="flex flex-col gap-10">
      <Deadlines {...{ contract, declarations }} />
      <Answered asked={asked}>
        {(registers) => {
          const groups = groupFilings(declarations, registers);
          const shown = filingStates.filter((state) => groups[state].length > 0);
          if (shown.length === 0) {
            return (
              <Empty title={messages.nothing}>
                <p>{messages.nothingLead}</p>
              </Empty>
            );
          }
          return (
            <div className="flex flex-col gap-8">
              {shown.map((state) => (
                <Section key={state} title={`${messages.groups[state]}（${groups[state].length}）`}>
                  <FilingTable
                    {...{ contract, registers }}
                    caption={messages.groups[state]}
                    rows={groups[state]}
                  />
                </Section>
              ))}
            </div>
          );
        }}
      </Answered>
      <div className="print:hidden">
        <Section title={messages.all}>
          <p>{messages.allLead}</p>
          <Table
            caption={messages.all}
            columns={kindColumns(contract, roles)}
            rows={declarations}
            rowKey={({ name }) => name}
          />
        </Section>
      </div>
    </div>
  );
}

function kindColumns(
  contract: string,
  roles: readonly string[],
): readonly Column<DeclarationAnswer>[] {
  return [
    declarationColumn(contract, messages.filing),
    firstStepsColumn(contract, { title: messages.make, roles }),
  ];
}
