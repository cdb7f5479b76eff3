import { useAnswer } from '../../api/use-answer.ts';

/** The number of a contract, with what it is called where one has a part in it. */
export function ContractNumber({ id }: { readonly id: string }) {
  const asked = useAnswer('contracts', {});
  const own = asked.state === 'here' ? asked.value.contracts : [];
  const title = own.find((contract) => contract.id === id)?.title ?? '';
  return (
    <span className="flex flex-col gap-1">
      {id}
      {title !== '' && <span className="text-dns-14N-130 text-solid-gray-700">{title}</span>}
    </span>
  );
}
