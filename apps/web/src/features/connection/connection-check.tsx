import { useAnswer } from '../../api/use-answer.ts';
import { EraMoment } from '../../ui/era-day.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Answered, Loading } from '../../ui/states.tsx';
import { DeviceNotice, deviceRows } from './device-facts.tsx';
import { messages } from './messages.ts';
import { type Connection, type Reached, arePasskeysPossible, faultsOf } from './reached.ts';
import { remedyOf } from './remedy.ts';
import { useReached } from './use-reached.ts';

/** Whether this browser reached the server by its name and trusts it, and what to do if not. */
export function ConnectionCheck() {
  const asked = useAnswer('connection', {});
  const reached = useReached();
  return (
    <Answered asked={asked}>
      {(server) =>
        reached === undefined ? <Loading /> : <Found server={server} reached={reached} />
      }
    </Answered>
  );
}

interface Both {
  readonly server: Connection;
  readonly reached: Reached;
}

function Found({ server, reached }: Both) {
  const faults = faultsOf(server, reached);
  return (
    <div className="flex flex-col gap-4">
      <Facts rows={rowsOf({ server, reached }, arePasskeysPossible(faults))} />
      {faults.length === 0 && <Notice kind="success" title={messages.fine} isLive={false} />}
      <DeviceNotice device={server.device} />
      {faults.map((fault) => (
        <Notice
          key={fault}
          kind={fault === 'ended' || fault === 'untrusted' ? 'error' : 'warning'}
          title={messages.faults[fault]}
          isLive={false}
        >
          <p>{remedyOf(fault, server, window.location.port)}</p>
        </Notice>
      ))}
    </div>
  );
}

function rowsOf({ server: { certificate, device }, reached }: Both, isPossible: boolean) {
  const trust = certificate === null ? 'plain' : reached.trust;
  const ofCertificate =
    certificate === null
      ? []
      : ([
          [
            messages.issuer,
            certificate.isOwn ? messages.own(certificate.issuer) : certificate.issuer,
          ],
          [messages.ends, <EraMoment key="ends" moment={certificate.to} />],
        ] as const);
  return [
    [messages.host, reached.host],
    [messages.names, certificate?.names.join('、') ?? messages.noCertificate],
    ...ofCertificate,
    [messages.trust, messages.trusts[trust]],
    [messages.passkeys, isPossible ? messages.possible : messages.impossible],
    ...deviceRows(device),
  ] as const;
}
