import type { AnswerOf } from '../../api/call.ts';
import { EraMoment } from '../../ui/era-day.tsx';
import { Mark } from '../../ui/mark.tsx';
import { messages } from './messages.ts';

type Device = NonNullable<AnswerOf<'account'>['factors'][number]['device']>;

/** A registered device: what it is called, who registered it, and since when it is one. */
export function DeviceWords({ device }: { readonly device: Device }) {
  return (
    <span className="flex flex-col items-start gap-1">
      <Mark text={messages.registered(device)} />
      <span className="text-dns-14N-130">{messages.registeredBy(device.by)}</span>
      <span className="text-dns-14N-130">
        {messages.registeredSince}
        <EraMoment moment={device.since} />
      </span>
    </span>
  );
}
