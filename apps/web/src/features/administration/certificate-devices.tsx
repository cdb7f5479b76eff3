import { type AnswerOf, call } from '../../api/call.ts';
import { useAnswer, useRenewal } from '../../api/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { useProvenDeed } from '../account/use-proven-deed.tsx';
import { Fingerprint } from '../connection/device-facts.tsx';
import { deviceMessages as messages } from './device-messages.ts';
import { RegisterCertificate } from './register-certificate.tsx';

type Devices = AnswerOf<'devices'>;
type Device = Devices['devices'][number];

/** Devices that are known by their client certificate: who registered them when, and ending them. */
export function CertificateDevices() {
  const asked = useAnswer('devices', {});
  return (
    <Section id="devices" title={messages.title}>
      <p>{messages.lead}</p>
      <Answered asked={asked}>{(found) => <Found found={found} />}</Answered>
    </Section>
  );
}

function Found({ found: { isAsked, devices, issued } }: { readonly found: Devices }) {
  const renew = useRenewal();
  const renewAll = () => void renew('devices', 'connection', 'session');
  const ending = useProvenDeed(
    (certificate: string) => call('endCertificate', { params: { certificate } }),
    renewAll,
  );
  if (!isAsked && devices.length === 0) {
    return (
      <Notice kind="information" title={messages.notAsked} isLive={false}>
        <p>{messages.notAskedWay}</p>
      </Notice>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <ProblemNotice problem={ending.problem} title={messages.refused} />
      {ending.dialog}
      {devices.length === 0 ? (
        <Empty title={messages.empty} />
      ) : (
        <Table
          caption={messages.title}
          columns={columnsFor((certificate) => void ending.run(certificate))}
          rows={devices}
          rowKey={({ certificate }) => certificate}
        />
      )}
      <p>{messages.endLead}</p>
      <RegisterCertificate issued={issued} onDone={renewAll} />
    </div>
  );
}

function columnsFor(onEnd: (certificate: string) => void): readonly Column<Device>[] {
  return [
    {
      key: 'title',
      title: messages.device,
      isHead: true,
      cell: ({ title }) => title || messages.nameless,
    },
    {
      key: 'certificate',
      title: messages.fingerprint,
      cell: ({ certificate }) => <Fingerprint of={certificate} />,
    },
    {
      key: 'since',
      title: messages.since,
      cell: ({ by, since }) => (
        <span className="flex flex-col gap-1">
          <EraMoment moment={since} />
          <span className="text-dns-14N-130">{messages.by(by)}</span>
        </span>
      ),
    },
    {
      key: 'act',
      title: messages.act,
      cell: ({ certificate, title, endedAt }) =>
        endedAt === null ? (
          <Button onClick={() => onEnd(certificate)}>
            {messages.end}
            <span className="sr-only">{`（${title}）`}</span>
          </Button>
        ) : (
          <span className="flex flex-col gap-1">
            {messages.ended}
            <EraMoment moment={endedAt} />
          </span>
        ),
    },
  ];
}
