import { Sign } from './sign.tsx';

const deviation = '逸脱';
/** How the mark of what was struck out along with its line begins. */
const struckOut = '取消し：';
const shortText = 8;

/** What must not be overlooked about a case: 期限超過, 逸脱, 遅延記録, 訂正あり. */
export function Mark({ text }: { readonly text: string }) {
  const isGrave = text.startsWith(deviation) || text === '期限超過';
  const look = isGrave
    ? 'border-red-1000 bg-red-50 text-red-1000'
    : 'border-solid-gray-600 bg-solid-gray-50 text-solid-gray-800';
  return (
    <span
      className={`inline-flex w-fit items-start gap-1 rounded-4 border px-1.5 py-0.5 text-dns-14N-130 ${look} ${text.length <= shortText ? 'whitespace-nowrap' : ''}`}
    >
      <Sign name={isGrave ? 'warning' : 'information'} className="mt-px size-4 shrink-0" />
      {text.startsWith(struckOut) ? (
        <span>
          {struckOut}
          <s>{text.slice(struckOut.length)}</s>
        </span>
      ) : (
        text
      )}
    </span>
  );
}

/**
 * Marks for a line of a list: deviations are counted, the case itself tells them one by one, those
 * struck out along with it too.
 */
export function shortMarks(texts: readonly string[]): readonly string[] {
  const deviations = texts.filter((text) => text.startsWith(deviation));
  const others = texts.filter((text) => !text.startsWith(deviation) && !text.startsWith(struckOut));
  return deviations.length === 0 ? others : [`${deviation}${deviations.length}件`, ...others];
}

/** Every mark of a case. */
export function Marks({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1">
      {texts.map((text) => (
        <li key={text}>
          <Mark text={text} />
        </li>
      ))}
    </ul>
  );
}
