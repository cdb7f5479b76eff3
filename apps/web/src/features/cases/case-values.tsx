import type { DeclarationAnswer } from '@kanribo/api';
import type { AnswerOf } from '../../api/call.ts';
import { ShownValue } from '../../ui/case-form/shown-value.tsx';
import { voidReason, voided } from '../../ui/case-form/declared.ts';
import { messages } from './messages.ts';

/** What a case holds now, in the order it was declared. */
export function CaseValues({
  contract,
  declaration,
  found,
  names,
}: {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
  readonly found: AnswerOf<'case'>['case'];
  readonly names: Readonly<Record<string, string>>;
}) {
  const erased = new Set(found.steps.flatMap((step) => step.erased));
  const shown = declaration.fields.filter(
    ({ name }) => name in found.values || name in found.particulars || erased.has(name),
  );
  const isStruck = found.status === voided;
  if (shown.length === 0) return <p>{messages.notFilled}</p>;
  return (
    <dl className="grid grid-cols-[minmax(8rem,14rem)_minmax(0,1fr)] border-t border-solid-gray-200">
      {shown.map((field) => (
        <div
          key={field.name}
          className={`col-span-2 grid grid-cols-subgrid gap-x-4 border-b border-solid-gray-200 py-2.5 ${isStruck && field.name !== voidReason ? 'line-through' : ''}`}
        >
          <dt className="text-dns-16B-130">{field.label}</dt>
          <dd className="text-dns-16N-130">
            {erased.has(field.name) && !(field.name in found.particulars) ? (
              messages.erased
            ) : (
              <ShownValue
                {...{ contract, field, names }}
                value={found.particulars[field.name] ?? found.values[field.name]}
              />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
