import { isLongEnough, shortestBackupPassphrase } from '@kanribo/api';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.ts';
import { serverNow } from '../../api/server-clock.ts';
import { useRenewal } from '../../api/use-answer.ts';
import { useObjectUrl } from '../../api/use-object-url.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { LeaveWarning } from '../../ui/leave-warning.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { Loading } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useProvenDeed } from '../account/use-proven-deed.tsx';
import { backupMessages as messages } from './backup-messages.ts';
import { bytesText } from '../../ui/bytes-text.ts';

/** Makes a backup and hands it to this browser, sealed; the passphrase is typed twice. */
export function MakeBackup({ isUnderWay }: { readonly isUnderWay: boolean }) {
  const renew = useRenewal();
  const [typed, setTyped] = useState({ passphrase: '', again: '' });
  const [isTried, setTried] = useState(false);
  const [taken, setTaken] = useState(0);
  const [made, setMade] = useState<Blob>();
  const [isSaved, setSaved] = useState(false);
  const { passphrase, again } = typed;
  const isFit = isLongEnough(passphrase) && passphrase === again;
  const making = useProvenDeed(
    () => call('makeBackup', { body: { passphrase }, onBytes: setTaken }),
    (file) => {
      setMade(file);
      setSaved(false);
      setTyped({ passphrase: '', again: '' });
      setTried(false);
      void renew('upkeep', 'health');
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setTaken(0);
    setMade(undefined);
    if (isFit) void making.run();
  };
  return (
    <div className="flex flex-col gap-3 print:hidden">
      <h3 className="text-std-18B-160">{messages.make}</h3>
      <p>{messages.makeLead}</p>
      <form onSubmit={submit} noValidate className="flex max-w-xl flex-col gap-5">
        <Passphrases {...{ typed, isTried }} onType={setTyped} />
        <ProblemNotice problem={making.problem} title={messages.refused} />
        {isUnderWay && !making.isUnderWay && <p role="status">{messages.underWay}</p>}
        {making.isUnderWay && <Loading words={messages.making(bytesText(taken))} />}
        <Button type="submit" className="self-start" disabled={making.isHeld}>
          {messages.submit}
        </Button>
      </form>
      {made !== undefined && <Made file={made} {...{ isSaved }} onSave={() => setSaved(true)} />}
      <LeaveWarning
        words={messages.leaving}
        isUnsaved={() => making.isUnderWay || (made !== undefined && !isSaved)}
      />
      {making.dialog}
    </div>
  );
}

interface Typed {
  readonly passphrase: string;
  readonly again: string;
}

function Passphrases({
  typed,
  isTried,
  onType,
}: {
  readonly typed: Typed;
  readonly isTried: boolean;
  readonly onType: (typed: Typed) => void;
}) {
  const { passphrase, again } = typed;
  const isShort = isTried && !isLongEnough(passphrase);
  const differs = isTried && !isShort && passphrase !== again;
  const secret = { type: 'password', autoComplete: 'new-password', isRequired: true } as const;
  return (
    <>
      <TextField
        {...secret}
        label={messages.passphrase}
        hint={messages.passphraseHint(shortestBackupPassphrase)}
        problem={isShort ? messages.short(shortestBackupPassphrase) : undefined}
        value={passphrase}
        onChange={(next) => onType({ ...typed, passphrase: next })}
      />
      <TextField
        {...secret}
        label={messages.again}
        problem={differs ? messages.differs : undefined}
        value={again}
        onChange={(next) => onType({ ...typed, again: next })}
      />
    </>
  );
}

/** The file is in the page alone until it is saved. */
function Made({
  file,
  isSaved,
  onSave,
}: {
  readonly file: Blob;
  readonly isSaved: boolean;
  readonly onSave: () => void;
}) {
  const url = useObjectUrl(file);
  return (
    <Notice kind="success" title={messages.made}>
      <p>{messages.madeLead(bytesText(file.size))}</p>
      {!isSaved && <p>{messages.unsaved}</p>}
      <a
        href={url}
        onClick={onSave}
        download={`kanribo-${serverNow().slice(0, 10)}.age`}
        className={`${buttonClass('solid')} self-start`}
      >
        {messages.save}
      </a>
    </Notice>
  );
}
