import type { DeclarationAnswer } from '@kanribo/api';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { declarationIn, useDeclarations } from '../../../api/use-declarations.ts';
import { useContract } from '../../../layout/contract-shell.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Page } from '../../../ui/page.tsx';
import { Answered, Empty } from '../../../ui/states.tsx';
import { messages as registers } from '../messages.ts';
import { Unknown } from '../unknown.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ImportDone, type Done } from './import-done.tsx';
import { ImportRows } from './import-rows.tsx';
import { messages } from './messages.ts';
import type { TableFile } from './read-table.ts';
import { openingSteps } from './targets.ts';
import { UnreadList } from './unread-list.tsx';
import { unreadable } from './unreadable.ts';
import { type Known, useLookup } from './use-lookup.ts';

const from = '/contracts/$contract/registers/$declaration/import';

/** Bringing in an existing register from a spreadsheet: looked over row by row, all or none. */
export function ImportRegister() {
  const { contract, declaration: name } = useParams({ from });
  const asked = useDeclarations(contract);
  return (
    <Answered asked={asked} title={registers.registers.title}>
      {(declared) => {
        const declaration = declarationIn(declared, name);
        if (declaration === undefined) return <Unknown />;
        return <ImportPage key={name} {...{ contract, declaration }} />;
      }}
    </Answered>
  );
}

interface PageProps {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
}

function ImportPage({ contract, declaration }: PageProps) {
  const { roles } = useContract();
  const asked = useLookup(contract, declaration);
  const canImport = openingSteps(declaration, roles).length > 0;
  return (
    <Page
      title={messages.title(declaration.title)}
      lead={messages.lead}
      actions={
        <Link
          to="/contracts/$contract/registers/$declaration"
          params={{ contract, declaration: declaration.name }}
          className={buttonClass()}
        >
          {messages.toList}
        </Link>
      }
    >
      {canImport ? (
        <Answered asked={asked}>
          {(known) => <FromFile {...{ contract, declaration, known }} />}
        </Answered>
      ) : (
        <Empty title={messages.cannot}>
          <UnreadList sentences={unreadable(declaration, undefined, roles)} />
        </Empty>
      )}
    </Page>
  );
}

function FromFile({ contract, declaration, known }: PageProps & { readonly known: Known }) {
  const [file, setFile] = useState<TableFile>();
  const [done, setDone] = useState<Done>();
  if (done !== undefined) {
    const again = () => {
      setFile(undefined);
      setDone(undefined);
    };
    return <ImportDone {...{ contract, declaration, done }} onAgain={again} />;
  }
  return (
    <div className="flex flex-col gap-8">
      <ChooseFile file={file} onChosen={setFile} />
      {file !== undefined && (
        <ImportRows
          key={file.digest}
          {...{ contract, declaration, known, file }}
          onDone={(receipt, rows) => setDone({ receipt, rows, file })}
        />
      )}
    </div>
  );
}
