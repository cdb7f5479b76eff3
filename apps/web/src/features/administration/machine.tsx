import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { EraMoment } from '../../ui/era-day.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/page.tsx';
import { Answered } from '../../ui/states.tsx';
import { ConnectionCheck } from '../connection/connection-check.tsx';
import { messages as connectionMessages } from '../connection/messages.ts';
import { messages } from './messages.ts';

type Health = AnswerOf<'health'>;

/** The state of the machine, without anything that its contracts hold. */
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
