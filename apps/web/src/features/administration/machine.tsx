import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { EraMoment } from '../../ui/era-day.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/page.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { ConnectionCheck } from '../connection/connection-check.tsx';
import { messages as connectionMessages } from '../connection/messages.ts';
import { ContractNumber } from './contract-number.tsx';
import { messages } from './messages.ts';
import { OpenContract } from './open-contract.tsx';

type Health = AnswerOf<'health'>;

/** The state of the machine and its contracts, without anything that is in them. */
export function Machine() {
  const asked = useAnswer('health', {});
  return (
    <>
      <Section id="machine" title={messages.machine}>
        <Answered asked={asked}>{(health) => <Values health={health} />}</Answered>
        <p>{messages.keysLead}</p>
      </Section>
      <Section id="connection" title={connectionMessages.title}>
        <ConnectionCheck />
      </Section>
      <Section id="contracts" title={messages.contracts}>
        <Answered asked={asked}>
          {({ contracts }) =>
            contracts.length === 0 ? (
              <Empty title={messages.contractsEmpty} />
            ) : (
              <Table
                caption={messages.contracts}
                columns={columns}
                rows={contracts}
                rowKey={({ id }) => id}
              />
            )
          }
        </Answered>
      </Section>
      <OpenContract />
    </>
  );
}

function Values({ health }: { readonly health: Health }) {
  const { release, serverTime, database, lastBackupAt, keysDirectory } = health;
  const rows = [
    [messages.release, release],
    [messages.serverTime, <EraMoment key="time" moment={serverTime} />],
    [messages.database, database],
    [
      messages.lastBackupAt,
      lastBackupAt === null ? messages.noBackup : <EraMoment key="backup" moment={lastBackupAt} />,
    ],
    [messages.keysDirectory, keysDirectory],
  ] as const;
  return <Facts rows={rows} />;
}

const columns: readonly Column<Health['contracts'][number]>[] = [
  {
    key: 'id',
    title: messages.contractId,
    isHead: true,
    cell: ({ id }) => <ContractNumber id={id} />,
  },
  {
    key: 'size',
    title: messages.size,
    isNarrow: true,
    cell: ({ size }) => size.toLocaleString('ja-JP'),
  },
  {
    key: 'accepts',
    title: messages.accepts,
    cell: ({ readOnly }) => (readOnly ? messages.readOnly : messages.accepting),
  },
];
