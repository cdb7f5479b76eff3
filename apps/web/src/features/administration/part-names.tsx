import { useAnswer } from '../../api/use-answer.ts';
import { layoutMessages } from '../../layout/messages.ts';
import { messages } from './messages.ts';

interface PartNames {
  /** What the contract is called. */
  readonly contract: string;
  /** What a person of it is called. */
  readonly personOf: (id: string) => string;
}

/**
 * What a contract and its people are called here; by number only where somebody may not know it, or
 * where nothing is called anything yet.
 */
export function usePartNames(contract: string): PartNames {
  const asked = useAnswer('peopleToBind', { query: { contract } });
  if (asked.state === 'loading') {
    return { contract: messages.naming, personOf: () => messages.naming };
  }
  if (asked.state === 'failed') {
    return { contract: messages.unseenContract(contract), personOf: (id) => named(id, undefined) };
  }
  const { title, people } = asked.value;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    contract: layoutMessages.contractTitle({ id: contract, title }),
    personOf: (id) => named(id, names.get(id)),
  };
}

function named(id: string, name: string | undefined): string {
  return id === 'set-up' ? messages.setUpPerson : (name ?? messages.unseenPerson(id));
}

/** As whom an account takes part in a contract, both by name. */
export function PartName({
  binding: { contract, person },
}: {
  readonly binding: { readonly contract: string; readonly person: string };
}) {
  const names = usePartNames(contract);
  return (
    <>
      {names.contract}
      <span className="inline-block">{`（${names.personOf(person)}）`}</span>
    </>
  );
}

/** A contract somebody looks at as external auditor, by name, and until when. */
export function AuditName({
  audit: { contract, until, isOn },
}: {
  readonly audit: { readonly contract: string; readonly until: string; readonly isOn: boolean };
}) {
  return (
    <>
      {usePartNames(contract).contract}
      <span className="inline-block">{messages.audits({ until, isOn })}</span>
    </>
  );
}
