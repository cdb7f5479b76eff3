import { formatEraMoment, parseMoment } from '@kanribo/kernel';
import { type AnswerOf, call } from '../../api/call.ts';
import { useAnswer, useRenewal } from '../../api/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { Answered } from '../../ui/states.tsx';
import { Mark } from '../../ui/mark.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { ThisDevice } from '../connection/this-device.tsx';
import { deviceTitle } from './device-title.ts';
import { messages } from './messages.ts';
import { useProvenDeed } from './use-proven-deed.tsx';

type Session = AnswerOf<'sessions'>['sessions'][number];

/** Where one is signed in; any other place can be signed out from here. */
export function Sessions() {
  const asked = useAnswer('sessions', {});
  const renew = useRenewal();
  const revoking = useProvenDeed(
    (id: string) => call('revokeSession', { params: { id } }),
    () => {},
  );
  const revoke = async (id: string) => {
    await revoking.run(id);
    await renew('sessions', 'signInHistory');
  };
  return (
    <Section title={messages.sessions}>
      <ThisDevice />
      <ProblemNotice problem={revoking.problem} title={messages.refused} />
      {revoking.dialog}
      <Answered asked={asked}>
        {({ sessions }) => (
          <Table
            caption={messages.sessions}
            columns={columnsFor((id) => void revoke(id))}
            rows={sessions}
            rowKey={({ id }) => id}
          />
        )}
      </Answered>
    </Section>
  );
}

function columnsFor(onRevoke: (id: string) => void): readonly Column<Session>[] {
  return [
    {
      key: 'device',
      title: messages.device,
      isHead: true,
      cell: ({ agent, device: title, certificate }) => (
        <span className="flex flex-col gap-1">
          {deviceTitle(agent)}
          {title !== null && <Mark text={messages.registered({ title })} />}
          {certificate !== null && (
            <span className="text-dns-14N-130">{messages.certificate(certificate)}</span>
          )}
        </span>
      ),
    },
    { key: 'address', title: messages.address, cell: ({ address }) => address },
    {
      key: 'startedAt',
      title: messages.startedAt,
      cell: ({ startedAt }) => <EraMoment moment={startedAt} />,
    },
    { key: 'seenAt', title: messages.seenAt, cell: ({ seenAt }) => <EraMoment moment={seenAt} /> },
    {
      key: 'revoke',
      title: messages.act,
      cell: ({ id, isThis, address, startedAt }) =>
        isThis ? (
          messages.thisOne
        ) : (
          <Button onClick={() => onRevoke(id)}>
            {messages.revoke}
            <span className="sr-only">{messages.revokeOf(address, inWords(startedAt))}</span>
          </Button>
        ),
    },
  ];
}

function inWords(moment: string): string {
  const parsed = parseMoment(moment);
  return parsed.ok ? formatEraMoment(parsed.value) : moment;
}
