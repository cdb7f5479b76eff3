import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { BeginSetUp } from './begin-set-up.tsx';
import { ContractNumber } from './contract-number.tsx';
import { messages } from './messages.ts';
import { OpenContract } from './open-contract.tsx';

type KeptContract = AnswerOf<'health'>['contracts'][number];

/** The contracts of the machine, without anything that is in them, and how another one begins. */
export function KeptContracts() {
  const asked = useAnswer('health', {});
  return (
    <>
      <Section id="contracts" title={messages.contracts}>
        <Answered asked={asked}>
          {({ contracts }) =>
            contracts.length === 0 ? (
              <Empty title={messages.contractsEmpty} />
            ) : (
              <>
                <Table
                  caption={messages.contracts}
                  columns={columns}
                  rows={contracts}
                  rowKey={({ id }) => id}
                />
                {contracts
                  .filter(({ size }) => size === 0)
                  .map(({ id }) => (
                    <Notice
                      key={id}
                      kind="information"
                      title={messages.notSetUp(id)}
                      isLive={false}
                    >
                      <BeginSetUp contract={id} />
                    </Notice>
                  ))}
              </>
            )
          }
        </Answered>
      </Section>
      <OpenContract />
    </>
  );
}

const columns: readonly Column<KeptContract>[] = [
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
