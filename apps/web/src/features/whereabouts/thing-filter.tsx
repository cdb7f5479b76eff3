import { type ThingChoice, thingStateTitles, thingStates } from '@kanribo/api';
import { Select } from '../../ui/select.tsx';
import { useCaseChoices } from '../../ui/case-form/use-choices.ts';
import { WordSearch } from '../../ui/word-search.tsx';
import { messages } from './messages.ts';
import { thingChoiceIn } from './thing-choice-in.ts';

const states = thingStates.map((value) => ({ value, label: thingStateTitles[value] }));

/** Narrows the things down; what is chosen counts at once, what is typed once it is sent. */
export function ThingFilter({
  contract,
  kinds,
  asked,
  onAsk,
}: {
  readonly contract: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly asked: ThingChoice;
  readonly onAsk: (asked: ThingChoice) => void;
}) {
  const { choices: places } = useCaseChoices(contract, ['place']);
  const { choices: people } = useCaseChoices(contract, ['person']);
  const kindChoices = Object.entries(kinds).map(([value, label]) => ({ value, label }));
  const selects = [
    { name: 'state', label: messages.status, choices: states },
    { name: 'kind', label: messages.kind, choices: kindChoices },
    { name: 'place', label: messages.place, choices: places },
    { name: 'custodian', label: messages.custodian, choices: people },
  ] as const;
  const askFor = (name: string, text: string) => onAsk(thingChoiceIn({ ...asked, [name]: text }));
  return (
    <div className="flex flex-col gap-4 print:hidden">
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-4">
        {selects.map(({ name, label, choices }) => (
          <Select
            key={name}
            {...{ label, choices }}
            emptyLabel={messages.all}
            value={asked[name] ?? ''}
            onChange={(chosen) => askFor(name, chosen)}
          />
        ))}
      </div>
      <WordSearch
        key={asked.text ?? ''}
        text={asked.text ?? ''}
        onSearch={(text) => askFor('text', text)}
        onAll={Object.keys(asked).length === 0 ? undefined : () => onAsk({})}
      />
    </div>
  );
}
