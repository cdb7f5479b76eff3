import { useState } from 'react';
import { type AnswerOf, call } from '../../api/call.ts';
import { useRenewal } from '../../api/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { DeviceWords } from './device-words.tsx';
import { AddPasskey } from './add-passkey.tsx';
import { messages } from './messages.ts';
import { ReplaceTotp } from './replace-totp.tsx';
import { useProvenDeed } from './use-proven-deed.tsx';

type Factor = AnswerOf<'account'>['factors'][number];

/** The second factors: an authenticator app and passkeys. */
export function Factors({
  account,
  factors,
}: {
  readonly account: string;
  readonly factors: readonly Factor[];
}) {
  const renew = useRenewal();
  const [opened, setOpened] = useState<'passkey' | 'totp'>();
  const [isChanged, setChanged] = useState(false);
  const [endOthers, setEndOthers] = useState(true);
  const removing = useProvenDeed(
    (id: string) =>
      call('removeFactor', { params: { id }, query: { endOthers: endOthers ? 'yes' : 'no' } }),
    () => changed(),
  );
  const changed = () => {
    setOpened(undefined);
    setChanged(true);
    void renew('account', 'sessions', 'signInHistory');
  };
  const unregistering = useProvenDeed(
    (passkey: string) => call('removeDevice', { params: { id: account, passkey } }),
    () => changed(),
  );
  return (
    <Section title={messages.factors}>
      <p>{messages.factorsLead}</p>
      {isChanged && <Notice kind="success" title={messages.done} />}
      <div className="print:hidden">
        <Checkbox isChecked={endOthers} onChange={setEndOthers}>
          {messages.endOthers}
        </Checkbox>
      </div>
      <ProblemNotice problem={removing.problem ?? unregistering.problem} title={messages.refused} />
      {removing.dialog}
      {unregistering.dialog}
      <Table
        caption={messages.factors}
        columns={columnsFor({
          onRemove: (id) => void removing.run(id),
          onRemoveDevice: (id) => void unregistering.run(id),
        })}
        rows={factors}
        rowKey={({ id }) => id}
      />
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => setOpened('passkey')}>{messages.addPasskey}</Button>
        <Button onClick={() => setOpened('totp')}>{messages.replaceTotp}</Button>
      </div>
      <Adding {...{ opened, endOthers }} onClose={() => setOpened(undefined)} onChanged={changed} />
    </Section>
  );
}

function Adding({
  opened,
  endOthers,
  onClose,
  onChanged,
}: {
  readonly opened: 'passkey' | 'totp' | undefined;
  readonly endOthers: boolean;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}) {
  return (
    <Dialog
      title={opened === 'totp' ? messages.replaceTotp : messages.addPasskey}
      isOpen={opened !== undefined}
      onClose={onClose}
    >
      {opened === 'passkey' && <AddPasskey endOthers={endOthers} onAdded={onChanged} />}
      {opened === 'totp' && <ReplaceTotp endOthers={endOthers} onReplaced={onChanged} />}
    </Dialog>
  );
}

interface Acts {
  readonly onRemove: (id: string) => void;
  readonly onRemoveDevice: (id: string) => void;
}

function columnsFor({ onRemove, onRemoveDevice }: Acts): readonly Column<Factor>[] {
  return [
    { key: 'kind', title: messages.kind, isHead: true, cell: ({ kind }) => messages.kinds[kind] },
    {
      key: 'label',
      title: messages.label,
      cell: ({ label }) => (label === '' ? messages.none : label),
    },
    {
      key: 'addedAt',
      title: messages.addedAt,
      cell: ({ addedAt }) => <EraMoment moment={addedAt} />,
    },
    {
      key: 'note',
      title: messages.note,
      cell: ({ isBackupEligible, device }) => (
        <>
          {!isBackupEligible && device === null && messages.none}
          {isBackupEligible && messages.backup}
          {device !== null && <DeviceWords device={device} />}
        </>
      ),
    },
    {
      key: 'remove',
      title: messages.act,
      isForScreen: true,
      cell: ({ id, kind, label, device }) => (
        <span className="flex flex-wrap gap-2">
          <Button onClick={() => onRemove(id)}>
            {messages.remove}
            <span className="sr-only">{`（${messages.kinds[kind]} ${label}）`}</span>
          </Button>
          {device !== null && (
            <Button onClick={() => onRemoveDevice(id)}>
              {messages.removeDevice}
              <span className="sr-only">{`（${device.title}）`}</span>
            </Button>
          )}
        </span>
      ),
    },
  ];
}
