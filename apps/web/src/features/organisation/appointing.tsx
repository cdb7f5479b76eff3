import type { DeclarationAnswer } from '@kanribo/api';
import { Link, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Registers, linesOf } from '../../api/use-registers.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { roleTitle } from '../../roles.ts';
import { buttonClass } from '../../ui/button.tsx';
import { stepsFrom } from '../../ui/case-form/declared.ts';
import { GroupedForm } from '../../ui/case-form/grouped-form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Empty } from '../../ui/states.tsx';
import { messages } from './messages.ts';
import { offices } from './terms.ts';

/** While a contract is set up: the chief officer's first day is the last of who sets it up. */
const chiefLast = ['audit-officer', 'manager', 'handler', 'chief-officer'] as const;

/** Appointing somebody to an office; the register says while one types whether it may be. */
export function Appointing({
  contract,
  declarations,
  registers,
}: {
  readonly contract: string;
  readonly declarations: readonly DeclarationAnswer[];
  readonly registers: Registers;
}) {
  const { roles } = useContract();
  const [office, setOffice] = useState('');
  const [appointed, setAppointed] = useState('');
  const isSettingUp = roles.includes('set-up');
  const open = (isSettingUp ? chiefLast : offices).flatMap((name) => {
    const declaration = declarations.find((found) => found.name === name);
    const steps = declaration && stepsFrom(declaration, { status: 'new', roles });
    return steps?.[0] === undefined ? [] : [name];
  });
  if (isSettingUp && appointed === 'chief-officer') {
    return <Navigate to="/contracts" search={{ handedOver: contract }} />;
  }
  if (open.length === 0) return <Empty title={messages.noRight} />;
  const declaration = declarations.find(({ name }) => name === office);
  const step = declaration && stepsFrom(declaration, { status: 'new', roles })[0];
  return (
    <div className="flex flex-col gap-6">
      {appointed !== '' && <Appointed contract={contract} office={appointed} />}
      <RadioGroup
        label={messages.which}
        isRequired
        value={office}
        choices={open.map((name) => ({ value: name, label: roleTitle(name) }))}
        onChange={setOffice}
      />
      {isSettingUp && office === 'chief-officer' && <BeforeTheChief registers={registers} />}
      {declaration !== undefined && step !== undefined && (
        <GroupedForm
          key={office}
          {...{ contract, declaration, step }}
          groups={[{ title: messages.when, fields: ['person', 'from', 'until'] }]}
          restTitle={messages.rest}
          triesOut
          onRecorded={() => {
            setAppointed(office);
            setOffice('');
          }}
        />
      )}
    </div>
  );
}

function Appointed({ contract, office }: { readonly contract: string; readonly office: string }) {
  return (
    <Notice kind="success" title={messages.appointed(roleTitle(office))}>
      <Link
        to="/contracts/$contract/filings"
        params={{ contract }}
        className={`${buttonClass()} self-start`}
      >
        {messages.toFilings}
      </Link>
    </Notice>
  );
}

function BeforeTheChief({ registers }: { readonly registers: Registers }) {
  const vacant = chiefLast.filter(
    (office) => office !== 'chief-officer' && linesOf(registers, office).length === 0,
  );
  return (
    <Notice kind="warning" title={messages.chiefLast}>
      <p>{messages.chiefLastLead}</p>
      {vacant.length > 0 && <p>{messages.stillVacant(vacant.map(roleTitle))}</p>}
      <Link to="/administration" className={`${buttonClass()} self-start`}>
        {messages.toInvite}
      </Link>
    </Notice>
  );
}
