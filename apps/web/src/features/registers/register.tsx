import type { DeclarationAnswer } from '@kanribo/api';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { declarationIn, useDeclarations } from '../../api/use-declarations.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { type DeclaredStep, statusesOf, stepsFrom } from '../../ui/case-form/declared.ts';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { openingSteps } from './import/targets.ts';
import { Unknown } from './unknown.tsx';
import { messages } from './messages.ts';
import { Paging } from './paging.tsx';
import { RegisterTable } from './register-table.tsx';

const from = '/contracts/$contract/registers/$declaration';
const pageSize = 50;

/** One declared register: its lines, the latest first, and everything that can be done with it. */
export function Register() {
  const { contract, declaration: name } = useParams({ from });
  const asked = useDeclarations(contract);
  return (
    <Answered asked={asked} title={messages.registers.title}>
      {(declared) => {
        const declaration = declarationIn(declared, name);
        if (declaration === undefined) return <Unknown />;
        return <RegisterPage key={name} declaration={declaration} />;
      }}
    </Answered>
  );
}

function RegisterPage({ declaration }: { readonly declaration: DeclarationAnswer }) {
  const { id: contract, roles, auditUntil } = useContract();
  const { status } = useSearch({ from });
  const navigate = useNavigate({ from });
  const [cursors, setCursors] = useState<readonly number[]>([]);
  const { name, title, house } = declaration;
  const after = cursors.at(-1);
  const query = {
    limit: pageSize,
    ...(after !== undefined && { after }),
    ...(status !== undefined && { status }),
  };
  const params = { contract, declaration: name };
  const asked = useAnswer('register', { params, query }, { keepsLast: true });
  const beginnings = stepsFrom(declaration, { status: 'new', roles });
  const canImport = openingSteps(declaration, roles).length > 0;
  const filter = (chosen: string) => {
    setCursors([]);
    void navigate({ search: chosen === '' ? {} : { status: chosen }, replace: true });
  };
  return (
    <Page
      title={title}
      lead={house ? messages.house : undefined}
      actions={<Beginnings {...params} steps={beginnings} canImport={canImport} />}
    >
      <div className="flex flex-wrap items-end justify-between gap-4 print:hidden">
        <div className="w-72">
          <Select
            label={messages.status}
            emptyLabel={messages.allStatuses}
            value={status ?? ''}
            choices={statusesOf(declaration)}
            onChange={filter}
          />
        </div>
        {auditUntil === null && <TakeAway contract={contract} kind={name} />}
      </div>
      <Answered asked={asked}>
        {({ lines, names, total, next }) =>
          lines.length === 0 ? (
            <NoLines isFiltered={status !== undefined} canEnter={beginnings.length > 0} />
          ) : (
            <div className="flex flex-col gap-4">
              <RegisterTable {...{ contract, declaration, lines, names }} />
              <Paging
                total={total}
                first={cursors.length * pageSize + 1}
                count={lines.length}
                onNewer={cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : undefined}
                onOlder={next === null ? undefined : () => setCursors([...cursors, next])}
              />
            </div>
          )
        }
      </Answered>
    </Page>
  );
}

function Beginnings({
  steps,
  canImport,
  ...params
}: {
  readonly contract: string;
  readonly declaration: string;
  readonly steps: readonly DeclaredStep[];
  readonly canImport: boolean;
}) {
  return (
    <>
      {steps.map(({ name, title }, index) => (
        <Link
          key={name}
          to="/contracts/$contract/registers/$declaration/new/$step"
          params={{ ...params, step: name }}
          className={buttonClass(index === 0 ? 'solid' : 'outline')}
        >
          {title}
        </Link>
      ))}
      {canImport && (
        <Link
          to="/contracts/$contract/registers/$declaration/import"
          params={params}
          className={buttonClass()}
        >
          {messages.import}
        </Link>
      )}
    </>
  );
}

function TakeAway({ contract, kind }: { readonly contract: string; readonly kind: string }) {
  const sheets = `/api/v1/contracts/${encodeURIComponent(contract)}/sheets/${kind}`;
  return (
    <div className="flex flex-wrap gap-3">
      <Button onClick={() => window.print()}>{messages.print}</Button>
      <a className={buttonClass()} href={`${sheets}/csv`} download>
        {messages.csv}
      </a>
      <a className={buttonClass()} href={`${sheets}/xlsx`} download>
        {messages.xlsx}
      </a>
    </div>
  );
}

function NoLines({
  isFiltered,
  canEnter,
}: {
  readonly isFiltered: boolean;
  readonly canEnter: boolean;
}) {
  if (isFiltered) return <Empty title={messages.emptyFiltered} />;
  return (
    <Empty title={messages.empty}>
      <p>{canEnter ? messages.emptyLead : messages.emptyNoRight}</p>
    </Empty>
  );
}
