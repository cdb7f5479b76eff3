import { exhaustive } from '@kanribo/kernel';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useRenewal } from '../../api/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { useProvenDeed } from '../account/use-proven-deed.tsx';

import { EndAudits } from './end-audits.tsx';
import { InvitationLink } from './invitation-link.tsx';
import type { ListedAccount } from './listed-account.ts';
import { ManageDevices } from './manage-devices.tsx';
import { messages } from './messages.ts';
import { type Part, noPart, readPart } from './part.ts';
import { usePartNames } from './part-names.tsx';
import { PartPicker } from './part-picker.tsx';

const plainDeeds = [
  'suspendAccount',
  'resumeAccount',
  'unlockAccount',
  'endAccountSessions',
] as const;

type PlainDeed = (typeof plainDeeds)[number];

/** What can be done with one account, as far as its state allows it. */
export function ManageAccount({
  account,
  isAdministrator,
}: {
  readonly account: ListedAccount;
  readonly isAdministrator: boolean;
}) {
  const { id, bindings } = account;
  const params = { id };
  const renew = useRenewal();
  const [isDone, setDone] = useState(false);
  const done = () => {
    setDone(true);
    void renew('accounts');
  };
  const plain = useProvenDeed((deed: PlainDeed) => call(deed, { params }), done);
  const unbinding = useProvenDeed(
    (binding: ListedAccount['bindings'][number]) =>
      call('unbindAccount', { params, body: binding }),
    done,
  );
  const problem = plain.problem ?? unbinding.problem;
  return (
    <div className="flex flex-col gap-5">
      {isDone && <Notice kind="success" title={messages.done} />}
      <ProblemNotice problem={problem} title={messages.refused} />
      <div className="flex flex-wrap gap-3">
        {plainDeeds
          .filter((deed) => isOpen(account, deed))
          .map((deed) => (
            <Button key={deed} disabled={plain.isHeld} onClick={() => void plain.run(deed)}>
              {messages.deeds[deed]}
            </Button>
          ))}
        {bindings.map((binding) => (
          <Unbind
            key={`${binding.contract}/${binding.person}`}
            binding={binding}
            isHeld={unbinding.isHeld}
            onUnbind={() => void unbinding.run(binding)}
          />
        ))}
      </div>
      <EndAudits account={account} onEnded={done} />
      {account.passkeys.length > 0 && <ManageDevices account={account} onDone={done} />}
      <InviteAgain id={id} name={account.displayName} onInvited={done} />
      <Bind id={id} isAdministrator={isAdministrator} onBound={done} />
      {plain.dialog}
      {unbinding.dialog}
    </div>
  );
}

function Unbind({
  binding: { contract, person },
  isHeld,
  onUnbind,
}: {
  readonly binding: ListedAccount['bindings'][number];
  readonly isHeld: boolean;
  readonly onUnbind: () => void;
}) {
  const names = usePartNames(contract);
  return (
    <Button disabled={isHeld} onClick={onUnbind}>
      {messages.unbind(names.contract, names.personOf(person))}
    </Button>
  );
}

function isOpen({ state, isLocked }: ListedAccount, deed: PlainDeed): boolean {
  switch (deed) {
    case 'suspendAccount':
      return state !== 'suspended';
    case 'resumeAccount':
      return state === 'suspended';
    case 'unlockAccount':
      return isLocked;
    case 'endAccountSessions':
      return state === 'active';
    default:
      return exhaustive(deed);
  }
}

function Bind({
  id,
  isAdministrator,
  onBound,
}: {
  readonly id: string;
  readonly isAdministrator: boolean;
  readonly onBound: () => void;
}) {
  const [typed, setTyped] = useState(noPart);
  const [isTried, setTried] = useState(false);
  const part = readPart(typed);
  const gives = useProvenDeed(
    (given: GivenPart) => give(id, given),
    () => {
      setTyped(noPart);
      setTried(false);
      onBound();
    },
  );
  const bind = () => {
    setTried(true);
    if (part.kind === 'person' || part.kind === 'auditor') void gives.run(part);
  };
  return (
    <section className="flex flex-col gap-4 border-t border-solid-gray-300 pt-4">
      <h3 className="text-std-18B-160">{messages.bind}</h3>
      <p>{messages.bindLead}</p>
      <PartPicker part={typed} {...{ isAdministrator, isTried }} onChange={setTyped} />
      <ProblemNotice problem={gives.problem} title={messages.refused} />
      <Button className="self-start" disabled={gives.isHeld} onClick={bind}>
        {messages.bind}
      </Button>
      {gives.dialog}
    </section>
  );
}

type GivenPart = Extract<Part, { kind: 'person' | 'auditor' }>;

function give(id: string, part: GivenPart) {
  const { contract } = part;
  const params = { id };
  return part.kind === 'person'
    ? call('bindAccount', { params, body: { contract, person: part.person } })
    : call('allowAudit', { params, body: { contract, until: part.until } });
}

function InviteAgain({
  id,
  name,
  onInvited,
}: {
  readonly id: string;
  readonly name: string;
  readonly onInvited: () => void;
}) {
  const [token, setToken] = useState<string>();
  const inviting = useProvenDeed(
    () => call('inviteAgain', { params: { id } }),
    (invited) => {
      setToken(invited.token);
      onInvited();
    },
  );
  return (
    <>
      <p>{messages.inviteAgainLead}</p>
      <ProblemNotice problem={inviting.problem} title={messages.refused} />
      <Button className="self-start" disabled={inviting.isHeld} onClick={() => void inviting.run()}>
        {messages.deeds.inviteAgain}
      </Button>
      {token !== undefined && <InvitationLink {...{ token, name }} />}
      {inviting.dialog}
    </>
  );
}
