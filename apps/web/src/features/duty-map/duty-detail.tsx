import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDeclarations } from '../../api/use-declarations.ts';
import { caseTitle } from '../../case-title.ts';
import { clauseText } from '../../clause-text.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { EraDay } from '../../ui/era-day.tsx';
import { StandingMark } from '../../ui/standing-mark.tsx';
import type { ShownStanding } from './articles.ts';
import { messages } from './messages.ts';

/** One duty: where it stands, what proves it, and what to do. */
export function DutyDetail({ standing }: { readonly standing: ShownStanding }) {
  const { duty, clause, status, proofs, cases, deviations, remarks } = standing;
  const { id: contract } = useContract();
  const declared = useDeclarations(contract);
  return (
    <div className="flex flex-col gap-6">
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-3 text-dns-16N-130">
        <Line title={messages.clause}>{clauseText(clause)}</Line>
        <Line title={messages.standing}>
          <StandingMark status={status} />
        </Line>
        <DueDay {...standing} />
        <Line title={messages.deviations}>
          {deviations > 0 ? messages.count(deviations) : messages.none}
        </Line>
        {remarks.length > 0 && <Line title={messages.remarks}>{remarks.join('　')}</Line>}
      </dl>
      <Part title={messages.whatToDo}>
        <p>{messages.todo[status]}</p>
        <KeptIn duty={duty} contract={contract} />
      </Part>
      {cases.length > 0 && (
        <Part title={messages.cases}>
          <ul className="flex flex-wrap gap-x-4 gap-y-2">
            {cases.map((id) => (
              <li key={id}>
                <Link
                  to="/contracts/$contract/cases/$case"
                  params={{ contract, case: id }}
                  className={linkClass}
                >
                  {declared.state === 'here' ? caseTitle(declared.value, id) : id}
                </Link>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={messages.proofs}>
        {proofs.length === 0 ? (
          <p>{messages.noProofs}</p>
        ) : (
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {proofs.map((sequence) => (
              <li key={sequence}>
                <Link
                  to="/contracts/$contract/proof/entries/$sequence"
                  params={{ contract, sequence: String(sequence) }}
                  className={linkClass}
                >
                  {messages.proof(sequence)}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Part>
    </div>
  );
}

function DueDay({ dueOn, isDueByHouse }: Pick<ShownStanding, 'dueOn' | 'isDueByHouse'>) {
  return (
    <Line title={messages.due}>
      {dueOn === null ? messages.none : <EraDay day={dueOn} />}
      {isDueByHouse && `（${messages.ownDue}）`}
    </Line>
  );
}

const linkClass = 'text-key-900 underline underline-offset-4';

/** The registers, filings and approvals in which the duty is kept. */
function KeptIn({ duty, contract }: { readonly duty: string; readonly contract: string }) {
  const asked = useDeclarations(contract);
  const kept =
    asked.state === 'here' ? asked.value.declarations.filter((found) => found.duty === duty) : [];
  if (kept.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <p className="text-dns-16B-130">{messages.keptIn}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-2">
        {kept.map(({ name, title }) => (
          <li key={name}>
            <Link
              to="/contracts/$contract/registers/$declaration"
              params={{ contract, declaration: name }}
              className={linkClass}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-dns-16B-130">{title}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-std-18B-160">{title}</h3>
      {children}
    </section>
  );
}
