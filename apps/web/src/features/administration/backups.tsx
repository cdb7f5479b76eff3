import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { buttonClass } from '../../ui/button.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { Fact, FactList } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { Answered } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { backupMessages as messages } from './backup-messages.ts';
import { bytesText } from '../../ui/bytes-text.ts';
import { ContractNumber } from './contract-number.tsx';
import { MakeBackup } from './make-backup.tsx';

type Upkeep = AnswerOf<'upkeep'>;

/** Backups: how the last stands, making one, and the room and signatures they rest on. */
export function Backups() {
  const asked = useAnswer('upkeep', {});
  return (
    <Section
      id="backups"
      title={messages.title}
      aside={
        <Link to="/administration/restore" className={buttonClass()}>
          {messages.restore}
        </Link>
      }
    >
      <p>{messages.lead}</p>
      <Answered asked={asked}>
        {(upkeep) => (
          <div className="flex flex-col gap-6">
            <Warnings upkeep={upkeep} />
            <Values upkeep={upkeep} />
            <MakeBackup isUnderWay={upkeep.isBackingUp} />
            <Signed signed={upkeep.signed} />
          </div>
        )}
      </Answered>
    </Section>
  );
}

const dayMs = 86_400_000;
const oldAfterDays = 7;
const scarceShare = 0.1;

const daysSince = (upkeep: Upkeep, moment: string): number =>
  Math.max(0, Math.floor((Date.parse(upkeep.now) - Date.parse(moment)) / dayMs));

function Warnings({ upkeep }: { readonly upkeep: Upkeep }) {
  const { lastBackup, disks } = upkeep;
  const days = lastBackup === null ? 0 : daysSince(upkeep, lastBackup.madeAt);
  const isScarce = disks.some(({ freeBytes, totalBytes }) => freeBytes < totalBytes * scarceShare);
  return (
    <>
      {lastBackup === null && (
        <Notice kind="warning" title={messages.none} isLive={false}>
          <p>{messages.noneLead}</p>
        </Notice>
      )}
      {days > oldAfterDays && (
        <Notice kind="warning" title={messages.old(days)} isLive={false}>
          <p>{messages.oldLead}</p>
        </Notice>
      )}
      <Broken {...upkeep} />
      {isScarce && (
        <Notice kind="warning" title={messages.scarce} isLive={false}>
          <p>{messages.scarceLead}</p>
        </Notice>
      )}
    </>
  );
}

/** Those that were begun and not made: nobody saved them, and the keys may have left with them. */
function Broken({ brokenBackups, brokenCount }: Pick<Upkeep, 'brokenBackups' | 'brokenCount'>) {
  if (brokenCount === 0) return null;
  return (
    <Notice kind="warning" title={messages.broken(brokenCount)} isLive={false}>
      <p>{messages.brokenLead}</p>
      <ul className="list-disc pl-6">
        {brokenBackups.map(({ begunAt, by, brokenOffAt }) => (
          <li key={begunAt}>
            <EraMoment moment={begunAt} />
            {`　${by === 'software' ? messages.software : by}　`}
            {brokenOffAt === null ? messages.noEnd : messages.brokenOff}
          </li>
        ))}
      </ul>
      {brokenBackups.length < brokenCount && <p>{messages.brokenMore(brokenBackups.length)}</p>}
    </Notice>
  );
}

function Values({ upkeep }: { readonly upkeep: Upkeep }) {
  const { lastBackup, keysDirectory, disks } = upkeep;
  const countOf = (count: number | null, text: (count: number) => string) =>
    count === null ? messages.unknown : text(count);
  return (
    <FactList>
      {lastBackup !== null && (
        <>
          <Fact title={messages.last}>
            <EraMoment moment={lastBackup.madeAt} />
            {messages.daysAgo(daysSince(upkeep, lastBackup.madeAt))}
          </Fact>
          <Fact title={messages.by}>
            {lastBackup.by === 'software' ? messages.software : lastBackup.by}
          </Fact>
          <Fact title={messages.bytes}>{countOf(lastBackup.bytes, bytesText)}</Fact>
          <Fact title={messages.contracts}>{countOf(lastBackup.contracts, messages.count)}</Fact>
        </>
      )}
      <Fact title={messages.keys}>{keysDirectory}</Fact>
      {disks.map(({ holds, freeBytes, totalBytes }) => (
        <Fact key={holds} title={messages.disks[holds]}>
          {messages.free(bytesText(freeBytes), bytesText(totalBytes))}
        </Fact>
      ))}
    </FactList>
  );
}

function Signed({ signed }: Pick<Upkeep, 'signed'>) {
  if (signed.length === 0) return null;
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-std-18B-160">{messages.signed}</h3>
      <p>{messages.signedLead}</p>
      <Table
        caption={messages.signed}
        columns={signedColumns}
        rows={signed}
        rowKey={({ contract }) => contract}
      />
    </div>
  );
}

const number = (count: number): string => count.toLocaleString('ja-JP');

const signedColumns: readonly Column<Upkeep['signed'][number]>[] = [
  {
    key: 'contract',
    title: messages.contract,
    isHead: true,
    cell: ({ contract }) => <ContractNumber id={contract} />,
  },
  { key: 'size', title: messages.size, isNarrow: true, cell: ({ size }) => number(size) },
  {
    key: 'signed',
    title: messages.signedSize,
    isNarrow: true,
    cell: ({ signedSize }) => number(signedSize),
  },
  {
    key: 'unsigned',
    title: messages.unsigned,
    isNarrow: true,
    cell: ({ size, signedSize }) => number(size - signedSize),
  },
];
