import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.ts';
import { useRenewal } from '../../api/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useProvenDeed } from '../account/use-proven-deed.tsx';
import { InvitationLink } from './invitation-link.tsx';
import { messages } from './messages.ts';
import { noPart, readPart } from './part.ts';
import { PartPicker } from './part-picker.tsx';

const blank = { signInId: '', displayName: '', isNewAdministrator: false, part: noPart };
const longestName = 60;

type Typed = typeof blank;

/** What is sent of what was typed, or which parts are not fit to be. */
function readTyped({ signInId, displayName, isNewAdministrator, part: typed }: Typed) {
  const id = signInId.normalize('NFKC').trim().toLowerCase();
  const name = displayName.trim();
  const isIdFit = /^[a-z0-9._-]{3,40}$/u.test(id);
  const isNameFit = name !== '' && name.length <= longestName;
  const part = readPart(typed);
  const bindings = part.kind === 'person' ? [{ contract: part.contract, person: part.person }] : [];
  const audits = part.kind === 'auditor' ? [{ contract: part.contract, until: part.until }] : [];
  const about = { signInId: id, displayName: name, bindings, audits };
  const body = { ...about, isAdministrator: isNewAdministrator };
  return { body, isIdFit, isNameFit, isFit: isIdFit && isNameFit && part.kind !== 'unfit' };
}

/** Invites somebody; the link is handed over by hand. */
export function Invite({ isAdministrator }: { readonly isAdministrator: boolean }) {
  const renew = useRenewal();
  const [typed, setTyped] = useState(blank);
  const [isTried, setTried] = useState(false);
  const [made, setMade] = useState<{ readonly token: string; readonly name: string }>();
  const read = readTyped(typed);
  const inviting = useProvenDeed(
    () => call('invite', { body: read.body }),
    (invited) => {
      setMade({ token: invited.token, name: read.body.displayName });
      setTyped(blank);
      setTried(false);
      void renew('accounts');
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (read.isFit) void inviting.run();
  };
  return (
    <Section id="invite" title={messages.invite} isForScreen>
      <p>{messages.inviteLead}</p>
      <form onSubmit={submit} noValidate className="flex max-w-xl flex-col gap-5">
        <InvitationFields
          {...{ typed, isAdministrator, isTried, read }}
          onChange={(changed) => setTyped((now) => ({ ...now, ...changed }))}
        />
        <ProblemNotice problem={inviting.problem} title={messages.refused} />
        <Button look="solid" type="submit" className="self-start" disabled={inviting.isHeld}>
          {inviting.isUnderWay ? messages.creating : messages.create}
        </Button>
      </form>
      {made !== undefined && <InvitationLink {...made} />}
      {inviting.dialog}
    </Section>
  );
}

function InvitationFields({
  typed: { signInId, displayName, part, isNewAdministrator },
  isAdministrator,
  isTried,
  read: { isIdFit, isNameFit },
  onChange,
}: {
  readonly typed: Typed;
  readonly isAdministrator: boolean;
  readonly isTried: boolean;
  readonly read: { readonly isIdFit: boolean; readonly isNameFit: boolean };
  readonly onChange: (changed: Partial<Typed>) => void;
}) {
  return (
    <>
      <TextField
        label={messages.displayName}
        isRequired
        problem={isTried && !isNameFit ? messages.displayNameProblem : undefined}
        autoComplete="off"
        value={displayName}
        onChange={(value) => onChange({ displayName: value })}
      />
      <TextField
        label={messages.signInId}
        isRequired
        hint={messages.signInIdHint}
        problem={isTried && !isIdFit ? messages.signInIdProblem : undefined}
        autoComplete="off"
        spellCheck={false}
        value={signInId}
        onChange={(value) => onChange({ signInId: value })}
      />
      <PartPicker
        {...{ part, isAdministrator, isTried }}
        onChange={(chosen) => onChange({ part: chosen })}
      />
      {isAdministrator && (
        <Checkbox
          isChecked={isNewAdministrator}
          onChange={(isOne) => onChange({ isNewAdministrator: isOne })}
        >
          {messages.asAdministrator}
        </Checkbox>
      )}
    </>
  );
}
