import { useAnswer } from '../../api/use-answer.ts';
import { declarationIn, useDeclarations } from '../../api/use-declarations.ts';
import { ShownValue } from '../../ui/case-form/shown-value.tsx';

/** Fields every word of the client has; what is left of those it needs says what it covers. */
const ofEveryWord: readonly string[] = ['form', 'from', 'until', 'clientPerson'];

const declarationOf = (id: string): string => id.replace(/-\d+$/u, '');

/** What a word of the client covers: the fields its own declaration needs beside those of all. */
export function Covers({ contract, id }: { readonly contract: string; readonly id: string }) {
  const declared = useDeclarations(contract);
  const params = { contract, declaration: declarationOf(id) };
  const asked = useAnswer('register', { params, query: { limit: 200 } });
  if (declared.state !== 'here' || asked.state !== 'here') return null;
  const line = asked.value.lines.find((found) => found.id === id);
  const declaration = declarationIn(declared.value, params.declaration);
  if (line === undefined || declaration === undefined) return null;
  const opening = declaration.steps.find(({ from }) => from.includes('new'));
  const fields = declaration.fields.filter(
    ({ name }) => opening?.required.includes(name) === true && !ofEveryWord.includes(name),
  );
  const { names } = asked.value;
  return (
    <dl className="flex min-w-56 flex-col gap-1 print:min-w-0">
      {fields.map((field) => (
        <div key={field.name}>
          <dt className="text-dns-14N-130 text-solid-gray-700">{field.label}</dt>
          <dd>
            <ShownValue
              {...{ contract, field, names }}
              value={line.particulars[field.name] ?? line.values[field.name]}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
