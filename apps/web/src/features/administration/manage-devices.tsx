import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.ts';
import { Button } from '../../ui/button.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { Select } from '../../ui/select.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DeviceWords } from '../account/device-words.tsx';
import { useProvenDeed } from '../account/use-proven-deed.tsx';
import type { ListedAccount } from './listed-account.ts';
import { messages } from './messages.ts';

type Passkey = ListedAccount['passkeys'][number];

const longestTitle = 60;

/** The passkeys of an account, the devices they stand for, and registering another device. */
export function ManageDevices({
  account: { id, passkeys },
  onDone,
}: {
  readonly account: ListedAccount;
  readonly onDone: () => void;
}) {
  const removing = useProvenDeed(
    (passkey: string) => call('removeDevice', { params: { id, passkey } }),
    onDone,
  );
  const free = passkeys.filter(({ unfit, device }) => unfit === null && device === null);
  return (
    <section className="flex flex-col gap-4 border-t border-solid-gray-300 pt-4">
      <h3 className="text-std-18B-160">{messages.devices}</h3>
      <p>{messages.devicesLead}</p>
      <ProblemNotice problem={removing.problem} title={messages.refused} />
      {removing.dialog}
      <Table
        caption={messages.devicePasskeys}
        columns={columnsFor((passkey) => void removing.run(passkey))}
        rows={passkeys}
        rowKey={(passkey) => passkey.id}
      />
      {free.length > 0 && <RegisterDevice key={free[0]?.id} {...{ id, free }} onDone={onDone} />}
    </section>
  );
}

function columnsFor(onRemove: (id: string) => void): readonly Column<Passkey>[] {
  return [
    {
      key: 'label',
      title: messages.devicePasskey,
      isHead: true,
      cell: ({ label, addedAt }) => (
        <span className="flex flex-col gap-1">
          {label}
          <span className="text-dns-14N-130">
            <EraMoment moment={addedAt} />
          </span>
        </span>
      ),
    },
    {
      key: 'state',
      title: messages.deviceState,
      cell: ({ unfit, device }) => {
        if (device !== null) return <DeviceWords device={device} />;
        return unfit === null ? messages.deviceFree : messages.unfit[unfit];
      },
    },
    {
      key: 'act',
      title: messages.manage,
      isForScreen: true,
      cell: ({ id, device }) =>
        device !== null && (
          <Button onClick={() => onRemove(id)}>
            {messages.removeDevice}
            <span className="sr-only">{`（${device.title}）`}</span>
          </Button>
        ),
    },
  ];
}

function RegisterDevice({
  id,
  free,
  onDone,
}: {
  readonly id: string;
  readonly free: readonly Passkey[];
  readonly onDone: () => void;
}) {
  const [passkey, setPasskey] = useState(free[0]?.id ?? '');
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const title = typed.trim();
  const isFit = title !== '' && title.length <= longestTitle;
  const registering = useProvenDeed(
    () => call('registerDevice', { params: { id }, body: { passkey, title } }),
    onDone,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isFit && passkey !== '') void registering.run();
  };
  return (
    <>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Select
          label={messages.deviceChoice}
          value={passkey}
          onChange={setPasskey}
          isRequired
          problem={isTried && passkey === '' ? messages.deviceChoiceProblem : undefined}
          choices={free.map((one) => ({ value: one.id, label: one.label }))}
        />
        <TextField
          label={messages.deviceTitle}
          isRequired
          hint={messages.deviceTitleHint}
          problem={isTried && !isFit ? messages.deviceTitleProblem : undefined}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
        />
        <ProblemNotice problem={registering.problem} title={messages.refused} />
        <Button className="self-start" type="submit" disabled={registering.isUnderWay}>
          {messages.registerDevice}
        </Button>
      </form>
      {registering.dialog}
    </>
  );
}
