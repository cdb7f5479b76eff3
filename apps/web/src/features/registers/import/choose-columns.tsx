import type { DeclarationAnswer } from '@kanribo/api';
import { useId } from 'react';
import { useContract } from '../../../layout/contract-shell.tsx';
import { NeedMark, controlClass } from '../../../ui/labelled.tsx';
import { Section } from '../../../ui/page.tsx';
import { columnLetters } from './column-letters.ts';
import { messages } from './messages.ts';
import type { Target } from './targets.ts';
import { UnreadList } from './unread-list.tsx';
import { unreadable } from './unreadable.ts';
import type { Import } from './use-import.ts';

/** Which column each field is read from, step by step; later steps are folded until one is used. */
export function ChooseColumns({
  declaration,
  going,
}: {
  readonly declaration: DeclarationAnswer;
  readonly going: Import;
}) {
  const { roles } = useContract();
  const sentences = unreadable(declaration, going.targets[0]?.step, roles);
  const steps = [...new Set(going.targets.map(({ step }) => step))];
  return (
    <Section title={messages.columns.title}>
      <p className="max-w-4xl">{messages.columns.lead}</p>
      {steps.map((step, index) => {
        const targets = going.targets.filter((target) => target.step === step);
        const isUsed = targets.some(({ id }) => going.choices.mapping[id] !== undefined);
        if (index === 0) return <StepColumns key={step.name} {...{ going, targets }} />;
        return (
          <details key={step.name} open={isUsed} className="rounded-8 border border-solid-gray-300">
            <summary className="min-h-11 cursor-pointer px-4 py-2.5 text-std-16B-170">
              {messages.columns.more(step.title)}
            </summary>
            <div className="flex flex-col gap-3 px-4 pb-4">
              <p className="text-dns-16N-130">{messages.columns.later(step.title)}</p>
              <StepColumns {...{ going, targets }} />
            </div>
          </details>
        );
      })}
      <UnreadList sentences={sentences} />
    </Section>
  );
}

function StepColumns({
  going,
  targets,
}: {
  readonly going: Import;
  readonly targets: readonly Target[];
}) {
  return (
    <div className="grid gap-x-6 gap-y-3 md:grid-cols-2 xl:grid-cols-3">
      {targets.map((target) => (
        <OneColumn key={target.id} {...{ going, target }} />
      ))}
    </div>
  );
}

function OneColumn({ going, target }: { readonly going: Import; readonly target: Target }) {
  const id = useId();
  const { heads, choices, change, rows } = going;
  const column = choices.mapping[target.id];
  const choose = (value: string) => {
    const { [target.id]: _, ...others } = choices.mapping;
    change({ mapping: value === '' ? others : { ...others, [target.id]: Number(value) } });
  };
  const sample = rows
    .map(({ row }) => (column === undefined ? '' : (row.cells[column] ?? '')))
    .find((text) => text !== '');
  const width = Math.max(heads.length, ...rows.slice(0, 50).map(({ row }) => row.cells.length));
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="flex items-center gap-2 text-dns-16B-130">
        {target.label}
        {target.isRequired && <NeedMark isRequired />}
        <span className="sr-only">{`（${target.step.title}）`}</span>
      </label>
      <select
        id={id}
        className={controlClass}
        value={column === undefined ? '' : String(column)}
        onChange={({ target: { value } }) => choose(value)}
      >
        <option value="">{messages.columns.unread}</option>
        {Array.from({ length: width }, (_, index) => (
          <option key={columnLetters(index)} value={String(index)}>
            {messages.columns.column(columnLetters(index), heads[index] ?? '')}
          </option>
        ))}
      </select>
      {sample !== undefined && (
        <span className="truncate text-dns-14N-130 text-solid-gray-700">
          {messages.columns.sample(sample)}
        </span>
      )}
    </div>
  );
}
