import { Link } from '@tanstack/react-router';
import { clauseText } from '../../../clause-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { messages as words } from '../../../ui/messages.ts';
import { columnLetters } from './column-letters.ts';
import { messages } from './messages.ts';
import { type CellProblem, type ReadRow, cellKey } from './read-rows.ts';
import type { Target } from './targets.ts';
import { titleOf } from './title-of.ts';
import type { Verdict } from './use-check.ts';
import type { Import } from './use-import.ts';

interface ToldProps {
  readonly contract: string;
  readonly going: Import;
  readonly row: ReadRow;
  readonly verdict: Verdict | undefined;
}

/** What is wrong with a row, what the register says to it, and what it says again. */
export function Told({ contract, going, row, verdict }: ToldProps) {
  if (row.problems.length > 0) {
    return row.problems.map((problem) => (
      <ProblemOfCell key={`${problem.target.id}${problem.sentence}`} {...{ going, row, problem }} />
    ));
  }
  if (verdict === undefined) return <p>{messages.preview.notYet}</p>;
  if (!verdict.isAccepted) return <Refused {...{ going, row, verdict }} />;
  return (
    <>
      <p>{messages.preview.fit}</p>
      {verdict.repeats !== null && (
        <Repeated {...{ contract, going, row }} repeats={verdict.repeats} />
      )}
      {verdict.deviations.map((sentence) => (
        <p key={sentence} className="text-red-1000">
          {messages.preview.deviation(sentence)}
        </p>
      ))}
      {verdict.warnings.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

function ProblemOfCell({
  going,
  row,
  problem,
}: Pick<ToldProps, 'going' | 'row'> & { readonly problem: CellProblem }) {
  const { choices, change } = going;
  const { target, column, sentence, isSuspected, raw } = problem;
  const { line } = row.row;
  const place = placeOf(going, target, line);
  const clear = () =>
    column !== undefined &&
    change({ cleared: new Set([...choices.cleared, cellKey(line, column, raw)]) });
  return (
    <div>
      <p className="text-error-2">{`${place}：${sentence}`}</p>
      {isSuspected && (
        <Button look="text" onClick={clear}>
          {words.numberFalseAlarm}
        </Button>
      )}
    </div>
  );
}

function placeOf(going: Import, target: Target, line: number): string {
  const column = going.choices.mapping[target.id];
  const title = titleOf(going, target);
  if (column === undefined) return title;
  return messages.preview.at(`${columnLetters(column)}${line}`, title);
}

function Refused({
  going,
  row,
  verdict: { step, field, message, clause, wayOut },
}: Pick<ToldProps, 'going' | 'row'> & { readonly verdict: Verdict }) {
  const taken = row.steps[step ?? 0]?.step;
  const ofStep = going.targets.filter((one) => one.step.name === taken);
  const target = ofStep.find((one) => one.field?.label === field);
  const place =
    target === undefined ? (ofStep[0]?.step.title ?? '') : placeOf(going, target, row.row.line);
  return (
    <>
      <p className="text-error-2">{`${place}：${message ?? messages.preview.refused}`}</p>
      {clause !== null && <p>{words.clause(clauseText(clause))}</p>}
      {wayOut.map((way) => (
        <p key={way}>{way}</p>
      ))}
    </>
  );
}

/** The line or row that says the same, and whether this one is brought in all the same. */
function Repeated({
  contract,
  going: { choices, change },
  row: { row },
  repeats,
}: Pick<ToldProps, 'contract' | 'going' | 'row'> & {
  readonly repeats: NonNullable<Verdict['repeats']>;
}) {
  const { preview } = messages;
  const take = (isTaken: boolean) => {
    const knowing = new Set(choices.knowing);
    if (isTaken) knowing.add(row.line);
    else knowing.delete(row.line);
    change({ knowing });
  };
  return (
    <>
      <p className="text-warning-orange-2">
        {repeats.case === null ? (
          preview.sameRow(repeats.row ?? 0)
        ) : (
          <>
            <Link
              to="/contracts/$contract/cases/$case"
              params={{ contract, case: repeats.case }}
              target="_blank"
              className="underline underline-offset-4"
            >
              {repeats.name ?? repeats.case}
            </Link>
            {preview.sameLine}
          </>
        )}
      </p>
      <Checkbox isChecked={choices.knowing.has(row.line)} onChange={take}>
        <span aria-hidden="true">{preview.takeKnowingly}</span>
        <span className="sr-only">{preview.takeLineKnowingly(row.line)}</span>
      </Checkbox>
    </>
  );
}
