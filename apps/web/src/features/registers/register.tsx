import { type DeclarationAnswer, wordsOfChoice } from '@kanribo/api';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { declarationIn, useDeclarations } from '../../api/use-declarations.ts';
import { nameOf } from '../../names.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { type DeclaredStep, stepsFrom } from '../../ui/case-form/declared.ts';
import { Page } from '../../ui/page.tsx';
import { Paging } from '../../ui/paging.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { openingSteps } from './import/targets.ts';
import { Unknown } from './unknown.tsx';
import type { AskedLines } from './line-choice-in.ts';
import { LineFilter } from './line-filter.tsx';
import { messages } from './messages.ts';
import { RegisterTable } from './register-table.tsx';
import { TakeAway } from './take-away.tsx';

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
  const choice = useSearch({ from });
  const navigate = useNavigate({ from });
  const [cursors, setCursors] = useState<readonly number[]>([]);
  const { name, title, house, preset } = declaration;
  // A filing is a paper of its own; there is no sheet of all of them.
  const hasFiles = auditUntil === null && preset !== 'filing';
  const after = cursors.at(-1);
  const query = { limit: pageSize, ...(after !== undefined && { after }), ...choice };
  const params = { contract, declaration: name };
  const asked = useAnswer('register', { params, query }, { keepsLast: true });
  const beginnings = stepsFrom(declaration, { status: 'new', roles });
  const canImport = openingSteps(declaration, roles).length > 0;
  const ask = (next: AskedLines) => {
    setCursors([]);
    void navigate({ search: next, replace: true });
  };
  return (
    <Page
      title={title}
      lead={house ? messages.house : undefined}
      actions={<Beginnings {...params} steps={beginnings} canImport={canImport} />}
    >
      <LineFilter {...{ contract, declaration, asked: choice }} onAsk={ask} />
      <Answered asked={asked}>
        {({ lines, names, total, next }) =>
          lines.length === 0 ? (
            <NoLines isFiltered={Object.keys(choice).length > 0} canEnter={beginnings.length > 0} />
          ) : (
            <div className="flex flex-col gap-4">
              <TakeAway {...{ contract, choice }} kind={name} hasFiles={hasFiles} />
              <ChosenWords {...{ declaration, choice, names }} />
              <RegisterTable
                {...{ contract, declaration, lines, names, choice }}
                onSort={(sorted) => ask({ ...choice, ...sorted })}
              />
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

/** By what the lines were chosen: also on paper, where the controls are left out. */
function ChosenWords({
  declaration,
  choice,
  names,
}: {
  readonly declaration: DeclarationAnswer;
  readonly choice: AskedLines;
  readonly names: Readonly<Record<string, string>>;
}) {
  const words = wordsOfChoice(declaration, choice, (id) => nameOf(names, id));
  if (words === '') return null;
  return <p className="text-dns-16N-130">{messages.chosen(words)}</p>;
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
