import type { DeclarationAnswer } from '@kanribo/api';
import { Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { useDeclarations } from '../../api/use-declarations.ts';
import { useRegisters } from '../../api/use-registers.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { EraDay } from '../../ui/era-day.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { RecordWord } from '../approvals/record-word.tsx';
import { WordTable } from '../approvals/word-table.tsx';
import { FilingTable } from '../filings/filing-table.tsx';
import { groupFilings } from '../filings/group-filings.ts';
import { messages } from './messages.ts';

/** 委託者の窓口: papers handed in, words only spoken so far, and giving one by account. */
export function ClientDesk() {
  const { id: contract, roles, auditUntil } = useContract();
  const isOfClient = roles.includes('client-officer');
  const asked = useDeclarations(contract);
  return (
    <Page
      title={messages.title}
      lead={auditUntil === null ? messages.lead : messages.auditorLead}
      actions={<Looking contract={contract} />}
    >
      <Standing {...{ isOfClient, auditUntil }} />
      <Section title={messages.filings}>
        <p>{messages.filingsLead}</p>
        <Answered asked={asked}>
          {({ declarations }) => (
            <HandedIn
              contract={contract}
              declarations={declarations.filter(({ preset }) => preset === 'filing')}
            />
          )}
        </Answered>
      </Section>
      <Section title={messages.unconfirmed}>
        <p>{messages.unconfirmedLead}</p>
        <Spoken contract={contract} />
      </Section>
      {isOfClient && (
        <Section title={messages.give}>
          <p>{messages.giveLead}</p>
          <RecordWord />
        </Section>
      )}
    </Page>
  );
}

/** Says to whom the desk is shown, where it is not the client's officer. */
function Standing({
  isOfClient,
  auditUntil,
}: {
  readonly isOfClient: boolean;
  readonly auditUntil: string | null;
}) {
  if (isOfClient) return null;
  if (auditUntil === null) {
    return <Notice kind="information" title={messages.asContractor} isLive={false} />;
  }
  return (
    <Notice kind="information" title={messages.asAuditor} isLive={false}>
      <p>
        {messages.auditUntil}
        <EraDay day={auditUntil} />
      </p>
      <p>{messages.auditLead}</p>
    </Notice>
  );
}

function HandedIn({
  contract,
  declarations,
}: {
  readonly contract: string;
  readonly declarations: readonly DeclarationAnswer[];
}) {
  const asked = useRegisters(
    contract,
    declarations.map(({ name }) => name),
  );
  return (
    <Answered asked={asked}>
      {(registers) => {
        const { submitted } = groupFilings(declarations, registers);
        if (submitted.length === 0) return <Empty title={messages.filingsEmpty} />;
        return (
          <FilingTable {...{ contract, registers }} caption={messages.filings} rows={submitted} />
        );
      }}
    </Answered>
  );
}

function Spoken({ contract }: { readonly contract: string }) {
  const asked = useAnswer('clientWords', { params: { contract }, query: {} });
  return (
    <Answered asked={asked}>
      {({ words, names }) => {
        const spoken = words.filter(({ isUnconfirmed }) => isUnconfirmed);
        if (spoken.length === 0) return <Empty title={messages.unconfirmedEmpty} />;
        return <WordTable caption={messages.unconfirmed} words={spoken} {...{ contract, names }} />;
      }}
    </Answered>
  );
}

function Looking({ contract }: { readonly contract: string }) {
  const params = { contract };
  return (
    <>
      <Link to="/contracts/$contract/duty-map" params={params} className={buttonClass()}>
        {messages.dutyMap}
      </Link>
      <Link to="/contracts/$contract/whereabouts" params={params} className={buttonClass()}>
        {messages.whereabouts}
      </Link>
      <Link to="/contracts/$contract/proof" params={params} className={buttonClass()}>
        {messages.proof}
      </Link>
    </>
  );
}
