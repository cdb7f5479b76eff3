import type { DeclarationAnswer } from '@kanribo/api';
import { useContract } from '../../../layout/contract-shell.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Select } from '../../../ui/select.tsx';
import { messages } from './messages.ts';
import { openingSteps } from './targets.ts';
import type { Import } from './use-import.ts';

const headChoices = 15;
const shownWords = 40;

/** Which sheet, which of its lines is the head, and with which step its rows begin. */
export function ChooseSheet({
  declaration,
  going: { file, choices, change, rows, hidden, empty },
}: {
  readonly declaration: DeclarationAnswer;
  readonly going: Import;
}) {
  const { roles } = useContract();
  const openings = openingSteps(declaration, roles);
  const lines = file.sheets[choices.sheet]?.rows ?? [];
  const heads = lines.slice(0, headChoices).map(({ line, cells }, index) => ({
    value: String(index),
    label: messages.file.headLine(line, cells.filter(Boolean).join('　').slice(0, shownWords)),
  }));
  return (
    <div className="flex flex-col gap-3">
      <div className="grid max-w-5xl gap-4 md:grid-cols-3">
        {file.sheets.length > 1 && (
          <Select
            label={messages.file.sheet}
            value={String(choices.sheet)}
            choices={file.sheets.map(({ name }, index) => ({ value: String(index), label: name }))}
            onChange={(sheet) => sheet !== '' && change({ sheet: Number(sheet) })}
          />
        )}
        <Select
          label={messages.file.headRow}
          value={String(choices.head)}
          choices={heads}
          onChange={(head) => head !== '' && change({ head: Number(head) })}
        />
        {openings.length > 1 && (
          <Select
            label={messages.columns.opening}
            value={choices.opening}
            choices={openings.map(({ name, title }) => ({ value: name, label: title }))}
            onChange={(opening) => opening !== '' && change({ opening })}
          />
        )}
      </div>
      <p role="status" className="text-dns-16N-130 text-solid-gray-700">
        {messages.file.lines(rows.length)}
        {empty > 0 && messages.file.empty(empty)}
      </p>
      {hidden > 0 && (
        <Checkbox
          isChecked={choices.readsHidden}
          onChange={(readsHidden) => change({ readsHidden })}
        >
          {messages.file.hidden(hidden)}
        </Checkbox>
      )}
    </div>
  );
}
