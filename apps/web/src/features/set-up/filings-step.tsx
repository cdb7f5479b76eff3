import type { DeclarationAnswer } from '@kanribo/api';
import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { type StepToRecord, useRecord } from '../../api/use-record.ts';
import { linesOf } from '../../api/use-registers.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { statusTitle } from '../../ui/case-form/declared.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { messages } from './messages.ts';
import { firstFilings } from './progress.ts';
import type { StepProps } from './step-props.ts';

const { filings: words } = messages;

interface Row {
  readonly declaration: DeclarationAnswer;
  readonly line: AnswerOf<'register'>['lines'][number] | undefined;
}

/** The first filings: made here, printed and handed in where every filing is. */
export function FilingsStep({ contract, declarations, registers }: StepProps) {
  const key = useAnswer('verifierKey', { params: { contract } });
  const recording = useRecord(contract);
  const rows = firstFilings.flatMap((name): readonly Row[] => {
    const declaration = declarations.find((found) => found.name === name);
    const line = linesOf(registers, name)[0];
    return declaration === undefined ? [] : [{ declaration, line }];
  });
  const keyValues = key.state === 'here' ? key.value : undefined;
  return (
    <Section title={words.title}>
      <p>{words.lead}</p>
      <p>{key.state === 'failed' ? words.keyUnknown : words.keyNote}</p>
      <ProblemNotice problem={recording.problem} title={messages.refused} />
      <Table
        caption={words.title}
        columns={columnsFor({
          contract,
          isBusy: recording.isUnderWay,
          isKeyKnown: keyValues !== undefined,
          onPrepare: ({ declaration, line }) =>
            void recording.run(preparing(declaration.name, line, keyValues)),
        })}
        rows={rows}
        rowKey={({ declaration }) => declaration.name}
      />
    </Section>
  );
}

/** What makes a filing: all but the key is read from the register by the software. */
function preparing(
  declaration: string,
  line: Row['line'],
  key: AnswerOf<'verifierKey'> | undefined,
): StepToRecord {
  const values = declaration === 'key-filing' && key !== undefined ? { ...key } : {};
  const subject = line === undefined ? {} : { subject: { id: line.id, version: line.version } };
  return { declaration, step: 'prepared', values, ...subject };
}

function columnsFor({
  contract,
  isBusy,
  isKeyKnown,
  onPrepare,
}: {
  readonly contract: string;
  readonly isBusy: boolean;
  readonly isKeyKnown: boolean;
  readonly onPrepare: (row: Row) => void;
}): readonly Column<Row>[] {
  return [
    {
      key: 'name',
      title: words.name,
      isHead: true,
      cell: ({ declaration }) => declaration.title,
    },
    {
      key: 'state',
      title: words.state,
      isNarrow: true,
      cell: ({ declaration, line }) =>
        line === undefined ? words.none : statusTitle(declaration, line.status),
    },
    {
      key: 'act',
      title: words.act,
      cell: (row) =>
        row.line === undefined ? (
          <Button
            disabled={isBusy || (row.declaration.name === 'key-filing' && !isKeyKnown)}
            onClick={() => onPrepare(row)}
          >
            {words.prepare}
            <span className="sr-only">{`（${row.declaration.title}）`}</span>
          </Button>
        ) : (
          <Link
            to="/contracts/$contract/filings/$case"
            params={{ contract, case: row.line.id }}
            className={buttonClass()}
          >
            {row.line.status === 'received' ? words.look : words.open}
            <span className="sr-only">{`（${row.declaration.title}）`}</span>
          </Link>
        ),
    },
  ];
}
