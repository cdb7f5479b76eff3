import { useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Section } from '../../ui/page.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { ListedAccount } from './listed-account.ts';
import { ManageAccount } from './manage-account.tsx';
import { messages } from './messages.ts';
import { AuditName, PartName } from './part-names.tsx';

/** The accounts somebody may see to. */
export function Accounts({ isAdministrator }: { readonly isAdministrator: boolean }) {
  const asked = useAnswer('accounts', {});
  const [chosen, setChosen] = useState<string>();
  return (
    <Section id="accounts" title={messages.accounts}>
      <Answered asked={asked}>
        {({ accounts }) => {
          if (accounts.length === 0) return <Empty title={messages.accountsEmpty} />;
          const account = accounts.find(({ id }) => id === chosen);
          return (
            <>
              <Table
                caption={messages.accounts}
                columns={columnsFor(setChosen)}
                rows={accounts}
                rowKey={({ id }) => id}
              />
              <Dialog
                title={messages.manageTitle(account?.displayName ?? '')}
                isOpen={account !== undefined}
                onClose={() => setChosen(undefined)}
                isWide
              >
                {account !== undefined && (
                  <ManageAccount key={account.id} {...{ account, isAdministrator }} />
                )}
              </Dialog>
            </>
          );
        }}
      </Answered>
    </Section>
  );
}

/** The contracts an account takes part in, and as whom. */
function Parts({ account: { bindings, audits } }: { readonly account: ListedAccount }) {
  if (bindings.length + audits.length === 0) return messages.noBindings;
  return (
    <ul className="flex flex-col gap-1 [word-break:auto-phrase]">
      {bindings.map((binding) => (
        <li key={`${binding.contract}/${binding.person}`}>
          <PartName binding={binding} />
        </li>
      ))}
      {audits.map((audit) => (
        <li key={audit.contract}>
          <AuditName audit={audit} />
        </li>
      ))}
    </ul>
  );
}

/** Whether an account is in use, and what must not be overlooked about it. */
function State({
  account: { state, because, isLocked, wayBackOfferedAt },
}: {
  readonly account: ListedAccount;
}) {
  return (
    <span className="flex flex-col gap-1">
      {messages.states[state]}
      {because !== null && <span className="text-dns-14N-130">{messages.because[because]}</span>}
      {isLocked && <Mark text={messages.locked} />}
      {wayBackOfferedAt !== null && (
        <span className="max-w-60 text-dns-14N-130 [word-break:auto-phrase]">
          {messages.wayBackOffered}（<EraMoment moment={wayBackOfferedAt} />）
        </span>
      )}
    </span>
  );
}

function columnsFor(onOpen: (id: string) => void): readonly Column<ListedAccount>[] {
  return [
    {
      key: 'name',
      title: messages.name,
      isHead: true,
      cell: ({ displayName, isAdministrator }) => (
        <span className="flex flex-col gap-1">
          {displayName}
          {isAdministrator && (
            <span className="text-dns-14N-130 whitespace-nowrap text-solid-gray-700">
              {messages.administrator}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'signInId',
      title: messages.signInId,
      cell: ({ signInId }) => <span className="whitespace-nowrap">{signInId}</span>,
    },
    {
      key: 'state',
      title: messages.state,
      cell: (account) => <State account={account} />,
    },
    {
      key: 'bindings',
      title: messages.bindings,
      cell: (account) => <Parts account={account} />,
    },
    {
      key: 'last',
      title: messages.lastSignInAt,
      cell: ({ lastSignInAt }) =>
        lastSignInAt === null ? messages.never : <EraMoment moment={lastSignInAt} isShort />,
    },
    {
      key: 'manage',
      title: messages.manage,
      isForScreen: true,
      cell: ({ id, displayName }) => (
        <Button onClick={() => onOpen(id)}>
          {messages.open}
          <span className="sr-only">{`（${displayName}）`}</span>
        </Button>
      ),
    },
  ];
}
