import type { DeclarationAnswer } from '@kanribo/api';
import { Link } from '@tanstack/react-router';
import { stepsFrom } from './case-form/declared.ts';
import type { Column } from './table.tsx';

const linkClass = 'text-key-900 underline underline-offset-4';

/** Names a declared list and leads to it. */
export const declarationColumn = (contract: string, title: string): Column<DeclarationAnswer> => ({
  key: 'declaration',
  title,
  isHead: true,
  cell: ({ name, title: named }) => (
    <Link
      to="/contracts/$contract/registers/$declaration"
      params={{ contract, declaration: name }}
      className={linkClass}
    >
      {named}
    </Link>
  ),
});

/** The steps by which somebody of these roles opens a case, each leading to its form. */
export const firstStepsColumn = (
  contract: string,
  { title, roles }: { readonly title: string; readonly roles: readonly string[] },
): Column<DeclarationAnswer> => ({
  key: 'first-steps',
  title,
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
});
