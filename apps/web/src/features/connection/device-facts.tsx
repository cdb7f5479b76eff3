import { Fragment, type ReactNode } from 'react';
import { Mark } from '../../ui/mark.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { Notice } from '../../ui/notice.tsx';
import { fingerprintText } from './fingerprint.ts';
import { messages } from './messages.ts';
import type { Connection } from './reached.ts';

type Device = Connection['device'];
type Row = readonly [string, ReactNode];

/** What is to be known of the certificate this connection shows of the device; none where none is asked. */
export function deviceRows(device: Device): readonly Row[] {
  if (device.state === 'not-asked') return [];
  if (device.state === 'none') return [[messages.device, messages.noDevice]];
  const print = [
    messages.fingerprint,
    <Fingerprint key="print" of={device.fingerprint} />,
  ] as const;
  if (device.state === 'refused') return [[messages.device, messages.deviceRefused], print];
  const { subject, to, isRegistered } = device;
  const name = (
    <span key="name" className="flex flex-wrap items-center gap-2">
      <span>{subject}</span>
      <Mark text={isRegistered ? messages.registered : messages.unregistered} />
    </span>
  );
  return [
    [messages.device, name],
    print,
    [messages.deviceEnds, <EraMoment key="to" moment={to} />],
  ];
}

/** SHA-256 of a certificate as certificate viewers show it. */
export function Fingerprint({ of }: { readonly of: string }) {
  return (
    <span className="text-mono-16N-150">
      {fingerprintText(of)
        .split(':')
        .map((byte, at) => (
          <Fragment key={at}>
            {at > 0 && ':'}
            <wbr />
            {byte}
          </Fragment>
        ))}
    </span>
  );
}

/** Why the certificate of a device counts as none, and what to do. */
export function DeviceNotice({ device }: { readonly device: Device }) {
  if (device.state !== 'refused') return null;
  return (
    <Notice kind="warning" title={messages.deviceRefusedTitle} isLive={false}>
      <p>{messages.deviceFaults[device.because]}</p>
    </Notice>
  );
}
