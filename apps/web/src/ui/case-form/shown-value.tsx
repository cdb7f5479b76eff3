import { dutyTitles, isDutyId } from '@kanribo/annex';
import { Link } from '@tanstack/react-router';
import { nameOf } from '../../names.ts';
import { EraDay, EraMoment } from '../era-day.tsx';
import { messages } from '../messages.ts';
import type { DeclaredField } from './declared.ts';

/** A value as it is read: days in eras, choices and ids in words, files to be opened. */
export function ShownValue({
  contract,
  field,
  value,
  names,
}: {
  readonly contract: string;
  readonly field: DeclaredField;
  readonly value: unknown;
  readonly names: Readonly<Record<string, string>>;
}) {
  if (Array.isArray(value)) {
    const values: readonly unknown[] = value;
    return (
      <ul className="flex flex-col gap-0.5">
        {values.map((one) => (
          <li key={String(one)}>
            <ShownValue {...{ contract, field, names }} value={one} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === 'boolean') return value ? messages.yes : messages.no;
  if (typeof value === 'number') return value.toLocaleString('ja-JP');
  if (typeof value !== 'string') return null;
  switch (field.type) {
    case 'day':
      return <EraDay day={value} isShort />;
    case 'moment':
      return <EraMoment moment={value} />;
    case 'choice':
      return field.options?.[value] ?? value;
    case 'duties':
      return isDutyId(value) ? dutyTitles[value] : value;
    case 'case':
    case 'cases':
      return <CaseLink contract={contract} id={value} names={names} />;
    case 'evidence':
      return <EvidenceLink contract={contract} digest={value} />;
    default:
      return <span className="whitespace-pre-line">{value}</span>;
  }
}

/** A name of no more letters than this, a person's mostly, stands on one line. */
const shortName = 10;

/** A case by its name, leading to it. */
export function CaseLink({
  contract,
  id,
  names,
}: {
  readonly contract: string;
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
}) {
  const name = nameOf(names, id);
  return (
    <Link
      to="/contracts/$contract/cases/$case"
      params={{ contract, case: id }}
      className={`text-key-900 underline underline-offset-4 ${name.length <= shortName ? 'whitespace-nowrap' : ''}`}
    >
      {name}
    </Link>
  );
}

function EvidenceLink({
  contract,
  digest,
}: {
  readonly contract: string;
  readonly digest: string;
}) {
  const hex = digest.replace('sha256:', '');
  return (
    <a
      href={`/api/v1/contracts/${encodeURIComponent(contract)}/evidence/${hex}`}
      download
      className="text-key-900 underline underline-offset-4"
    >
      {messages.openFile(hex.slice(0, 8))}
    </a>
  );
}
